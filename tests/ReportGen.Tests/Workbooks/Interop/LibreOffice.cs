namespace ReportGen.Tests.Workbooks.Interop;

/// <summary>Headless LibreOffice, if installed (Debian: <c>libreoffice-calc-nogui</c>).</summary>
internal static class LibreOffice
{
    /// <summary>The path of the program; null if not installed.</summary>
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
        // A separate profile avoids waiting for a running LibreOffice and changing the user's settings.
        var profile = new Uri(System.IO.Path.Combine(folder, "profile")).AbsoluteUri;
        string[] options = [$"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir", folder];
        var run = PeerProgram.Run(Path!, [.. options, .. files]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }
}
