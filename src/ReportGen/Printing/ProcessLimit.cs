using System.Text.RegularExpressions;

namespace ReportGen.Printing;

/// <summary>A limit that the system sets to this process and its browser.</summary>
/// <param name="Name">What is limited.</param>
/// <param name="Value">The limit.</param>
/// <param name="Needed">What a browser needs at least.</param>
/// <param name="Command">The command of a shell that raises the limit.</param>
/// <param name="Setting">The setting of a systemd unit that raises the limit.</param>
internal sealed partial record ProcessLimit(LocalizedText Name, long Value, long Needed, string Command, string Setting)
{
    private const string File = "/proc/self/limits";

    // Of open files, the headless shell uses between 40 and 60 for one page.
    private static readonly ImmutableDictionary<string, ProcessLimit> s_needs = ImmutableDictionary<string, ProcessLimit>.Empty
        .Add("Max open files", new(new("同时打开的文件数", "the number of open files"), 0, 128, "ulimit -n 1024", "LimitNOFILE=1024"))
        .Add("Max file size",
            new(new("单个文件的字节数", "the size of a file in bytes"), 0, 67_108_864, "ulimit -f unlimited", "LimitFSIZE=infinity"))
        .Add("Max address space",
            new(new("内存地址空间的字节数", "the address space in bytes"), 0, 137_438_953_472, "ulimit -v unlimited",
                "LimitAS=infinity"));

    /// <summary>Returns the first limit of this process that is too low for a browser; null if none is, or if unknown.</summary>
    public static ProcessLimit? TooLow()
    {
        try
        {
            return OperatingSystem.IsLinux() ? TooLow(System.IO.File.ReadLines(File)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // So few files may be open that not even this one can be read.
            return null;
        }
    }

    /// <summary>As <see cref="TooLow()"/>, of the lines of <c>/proc/PID/limits</c>.</summary>
    internal static ProcessLimit? TooLow(IEnumerable<string> lines) => lines.Select(l => Line().Match(l))
        .Where(m => m.Success && s_needs.ContainsKey(m.Groups[1].Value))
        .Select(m => s_needs[m.Groups[1].Value] with { Value = long.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) })
        .FirstOrDefault(l => l.Value < l.Needed);

    // Name, soft limit, hard limit, unit. "unlimited" does not match.
    [GeneratedRegex(@"^(\S+(?: \S+)*)\s{2,}(\d{1,18})\s")]
    private static partial Regex Line();
}
