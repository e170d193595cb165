using ReportGen.Publishing;

namespace ReportGen.Cli.Checking;

/// <summary>Distinct file names for several workbooks whose files are written to one folder.</summary>
internal sealed class OutputNames
{
    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);

    /// <summary>Assigns each workbook the name of its file, with a number if the name is taken.</summary>
    public OutputNames(IEnumerable<string> workbooks)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var workbook in workbooks)
        {
            // A corrected return has the name of the original workbook.
            var stem = Clean(ReturnedNames.OriginalOf(Path.GetFileNameWithoutExtension(workbook)));
            _stems[workbook] = Numbered(stem).First(taken.Add);
        }
    }

    private static string Clean(string stem) =>
        UnsafeCharacters.Remove(stem).Replace('\n', ' ').Replace('\t', ' ') is { Length: > 0 } clean ? clean : "_";

    /// <summary>The common prefix of the names of a workbook's files.</summary>
    public string this[string workbook] => _stems[workbook];

    /// <summary>Returns a name followed by numbered variants: <c>a</c>, <c>a (2)</c>, <c>a (3)</c>…</summary>
    public static IEnumerable<string> Numbered(string stem) =>
        Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? stem : $"{stem} ({i})");
}
