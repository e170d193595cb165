using System.Runtime.InteropServices;

namespace ReportGen.Cli;

/// <summary>
/// The libraries of a Linux system without which the .NET runtime ends the process, with a message for developers. A desktop has
/// them; a bare server may not.
/// </summary>
/// <remarks>Runs before anything else. Nothing here may depend on a culture, because that needs the first library.</remarks>
internal sealed record SystemLibrary(string Name, string[] Files, string Package)
{
    private static readonly string[] s_folders =
    [
        "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib",
        "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu",
    ];

    private static readonly SystemLibrary[] s_needed =
    [
        // The runtime looks for these versions, too.
        new("ICU", [.. Enumerable.Range(50, 70).Select(version => "libicuuc.so." + version.ToString())], "'^libicu[0-9]+$'"),
        new("OpenSSL", ["libssl.so.3", "libssl.so.1.1"], "'^libssl(3|1.1)$'"),
    ];

    /// <summary>Returns the first library that is missing; null if nothing is missing, or the system is not Linux.</summary>
    public static SystemLibrary? FindMissing() => OperatingSystem.IsLinux() ? FindMissing(s_folders, Loads) : null;

    /// <summary>As <see cref="FindMissing()"/>, with other folders.</summary>
    /// <param name="folders">Where to look first, because that is fast.</param>
    /// <param name="loads">Whether a library can be loaded, for those that are elsewhere.</param>
    internal static SystemLibrary? FindMissing(string[] folders, Func<string, bool> loads) => s_needed.FirstOrDefault(library =>
        !folders.Any(folder => library.Files.Any(file => File.Exists(folder + "/" + file))) && !library.Files.Any(loads));

    /// <summary>Lets the process live long enough to report what is missing.</summary>
    public static void DoWithoutCultures() => AppContext.SetSwitch("System.Globalization.Invariant", true);

    private static bool Loads(string file)
    {
        if (!NativeLibrary.TryLoad(file, out var handle)) return false;
        NativeLibrary.Free(handle);
        return true;
    }
}
