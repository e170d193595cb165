namespace ReportGen.Tests.Workbooks.Interop;

/// <summary>LibreOffice without a window, where it is installed (Debian: <c>libreoffice-calc-nogui</c>).</summary>
internal static class LibreOffice
{
    /// <summary>The program; null where it is not installed.</summary>
    public static string? Path { get; } =
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
         where folder.Length > 0
         from name in new[] { "soffice", "libreoffice", "soffice.com" }
         let program = System.IO.Path.Combine(folder, name)
         where File.Exists(program)
         select program).FirstOrDefault();

    /// <summary>Opens workbooks and saves them again under the same names in another folder.</summary>
    public static void SaveAgain(IEnumerable<string> files, string folder)
    {
        // With a profile of its own it neither waits for a LibreOffice that runs already nor touches anybody's settings.
        var profile = new Uri(System.IO.Path.Combine(folder, "profile")).AbsoluteUri;
        string[] options = [$"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir", folder];
        var run = PeerProgram.Run(Path!, [.. options, .. files]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }
}
