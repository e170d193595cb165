namespace ReportGen.Publishing;

/// <summary>The suffixes of the names of the files that go back to an author.</summary>
public static class ReturnedNames
{
    /// <summary>The suffix of a returned workbook.</summary>
    public const string Workbook = "-退回单";

    /// <summary>The suffix of a returned workbook that its author has corrected in place.</summary>
    public const string Corrected = "-已改";

    /// <summary>The suffix of a review page.</summary>
    public const string Review = "-审核表";

    /// <summary>The suffix of a returned workbook in the preview, which names downloads in the reader's language.</summary>
    public static string WorkbookIn(Language language) => language == Language.Chinese ? Workbook : "-returned";

    /// <summary>The suffix of a review page in the preview.</summary>
    public static string ReviewIn(Language language) => language == Language.Chinese ? Review : "-review";

    /// <summary>
    /// The name, without extension, of the workbook that was returned: the name without the suffix of either language, and
    /// without
    /// the number that a browser or a file manager adds to a copy. Other names are unchanged.
    /// </summary>
    public static string OriginalOf(string stem)
    {
        foreach (var suffix in new[] { Workbook, WorkbookIn(Language.English), Corrected })
        {
            var cut = stem.LastIndexOf(suffix, StringComparison.Ordinal);
            if (cut > 0 && IsNumber(stem[(cut + suffix.Length)..])) return stem[..cut];
        }

        return stem;
    }

    private static bool IsNumber(string rest) => rest.Trim(' ', '(', ')', '（', '）').All(char.IsAsciiDigit);
}
