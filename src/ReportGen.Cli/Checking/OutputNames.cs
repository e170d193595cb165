namespace ReportGen.Cli.Checking;

/// <summary>Names for files that are written beside each other for several workbooks: of each workbook, never of two.</summary>
internal sealed class OutputNames
{
    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);

    /// <summary>Gives each workbook a name: that of its file, with a number where another of the run has it.</summary>
    public OutputNames(IEnumerable<string> workbooks)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var workbook in workbooks)
        {
            var stem = StemOf(workbook);
            _stems[workbook] = Numbered(stem).First(taken.Add);
        }
    }

    /// <summary>The ending of a returned workbook's name.</summary>
    public const string Returned = "-退回单";

    /// <summary>The ending of a page's name.</summary>
    public const string Review = "-审核表";

    /// <summary>The name that a workbook's files begin with.</summary>
    public string this[string workbook] => _stems[workbook];

    /// <summary>A name, then the same with numbers: <c>a</c>, <c>a (2)</c>, <c>a (3)</c>…</summary>
    public static IEnumerable<string> Numbered(string stem) => Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? stem : $"{stem} ({i})");

    // A corrected return keeps the name of the workbook that it once was.
    private static string StemOf(string workbook)
    {
        var stem = Path.GetFileNameWithoutExtension(workbook);
        var cut = stem.LastIndexOf(Returned, StringComparison.Ordinal);
        return cut > 0 && IsNumber(stem[(cut + Returned.Length)..]) ? stem[..cut] : stem;
    }

    private static bool IsNumber(string rest) => rest.Trim(' ', '(', ')', '（', '）').All(char.IsAsciiDigit);
}
