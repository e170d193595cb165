using System.Security.Cryptography;

namespace ReportGen.Printing;

/// <summary>
/// Identifies a browser by its program, without starting it. File times are not used: they change when a file is copied, restored
/// or seen through another clock, and every report would be built again.
/// </summary>
internal static class BrowserIdentity
{
    // The beginning of a program has its build id or version resource, the end its signature.
    private const int SampleLength = 65_536;
    private const int MaxScriptLength = 1_000_000;
    private static readonly string[] s_programs = ["chrome", "chromium", "msedge"];

    /// <summary>Returns a digest that changes with the browser's version.</summary>
    /// <exception cref="IOException">The program cannot be read.</exception>
    public static string Of(string browser)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in FilesOf(File.ResolveLinkTarget(browser, returnFinalTarget: true)?.FullName ?? browser))
            Add(hash, file);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // A small program is a script that starts the browser: the one beside it, or in the folder of its name.
    private static IEnumerable<string> FilesOf(string program)
    {
        if (new FileInfo(program).Length > MaxScriptLength) return [program];
        var name = Path.GetFileName(program);
        var folders = new[] { Path.GetDirectoryName(program)!, Path.Combine("/usr/lib", name), Path.Combine("/usr/lib64", name) };
        return folders.SelectMany(f => s_programs.Prepend(name).Select(p => Path.Combine(f, p))).Where(File.Exists)
            .Prepend(program).Distinct();
    }

    private static void Add(IncrementalHash hash, string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file} {stream.Length}\n")));
        var sample = new byte[SampleLength];
        hash.AppendData(sample, 0, stream.ReadAtLeast(sample, SampleLength, throwOnEndOfStream: false));
        stream.Position = Math.Max(0, stream.Length - SampleLength);
        hash.AppendData(sample, 0, stream.ReadAtLeast(sample, SampleLength, throwOnEndOfStream: false));
    }
}
