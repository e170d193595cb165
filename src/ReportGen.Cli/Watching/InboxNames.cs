using System.Text.RegularExpressions;
using ReportGen.Cli.Inputs;

namespace ReportGen.Cli.Watching;

/// <summary>Classifies files of the inbox by name.</summary>
internal static partial class InboxNames
{
    private static readonly string[] s_leftovers =
        [".tmp", ".part", ".partial", ".crdownload", ".download", ".osl-tmp", ".swp", ".bak", ".lnk", ".ini", ".db"];

    /// <summary>Whether the file is a submitted workbook.</summary>
    public static bool IsWorkbook(string name) =>
        !IsTemporary(name) && (WorkbookFiles.HasWorkbookName(name) || HasEnding(name, [".csv"]));

    /// <summary>Whether the file is temporary: a lock file, an incomplete download, or a file of the operating system.</summary>
    public static bool IsTemporary(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)
        || name.StartsWith("~WRL", StringComparison.OrdinalIgnoreCase)
        || HasEnding(name, s_leftovers) || name.EndsWith('~') || SaveFileOfExcel().IsMatch(name);

    /// <summary>Whether the file is a lock file of an office program.</summary>
    public static bool IsLock(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith(".~", StringComparison.Ordinal);

    private static bool HasEnding(string name, string[] endings) =>
        endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("^[0-9A-Fa-f]{8}$")]
    private static partial Regex SaveFileOfExcel();
}
