using System.Text.RegularExpressions;

namespace ReportGen.Cli.Watching;

/// <summary>What the name of a file in the inbox tells.</summary>
internal static partial class InboxNames
{
    private static readonly string[] Workbooks = [".xlsx", ".xlsm", ".xls"];

    // A spreadsheet of another program is taken too, so that its sender learns what to do.
    private static readonly string[] OtherSheets = [".xlsb", ".xltx", ".et", ".ett", ".ods", ".csv"];

    private static readonly string[] Leftovers = [".tmp", ".part", ".partial", ".crdownload", ".download", ".osl-tmp", ".swp", ".bak", ".lnk", ".ini", ".db"];

    /// <summary>Whether the file is handed in to be published.</summary>
    public static bool IsWorkbook(string name) => !IsAside(name) && (HasEnding(name, Workbooks) || HasEnding(name, OtherSheets));

    /// <summary>Whether programs made the file for themselves: owner files, half-written files, what systems leave in folders.</summary>
    public static bool IsAside(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)
        || name.StartsWith("~WRL", StringComparison.OrdinalIgnoreCase)
        || HasEnding(name, Leftovers) || name.EndsWith('~') || SaveFileOfExcel().IsMatch(name);

    /// <summary>Whether the file says that a workbook beside it is open somewhere.</summary>
    public static bool IsLock(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith(".~", StringComparison.Ordinal);

    /// <summary>The lock files that Excel, WPS and LibreOffice put beside a workbook of that name.</summary>
    public static IEnumerable<string> LocksOf(string name) => [$"~${name}", $".~{name}", $".~lock.{name}#"];

    private static bool HasEnding(string name, string[] endings) =>
        endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("^[0-9A-Fa-f]{8}$")]
    private static partial Regex SaveFileOfExcel();
}
