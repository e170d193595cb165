namespace ReportGen.Workbooks.Annotation;

/// <summary>The content of the list of findings in a returned workbook.</summary>
/// <param name="Lines">The findings in the order of the list.</param>
/// <param name="Language">The language of the list.</param>
/// <param name="Remark">A sentence about the report; null for none.</param>
internal sealed record ReturnList(ImmutableArray<ReturnLine> Lines, Language Language, LocalizedText? Remark)
{
    /// <summary>Whether macros of the submitted workbook were removed.</summary>
    public bool IsWithoutMacros { get; init; }

    /// <summary>The range of the automatic filter: the headings and all findings; null without findings.</summary>
    public CellRange? Filter => Lines.IsEmpty ? null : new CellRange(
        new CellAddress(ReturnSheet.HeadingRow, 1),
        new CellAddress(ReturnSheet.HeadingRow + Lines.Length, ReturnSheet.Widths.Count));

    /// <summary>The texts of the cells of a line, by its index.</summary>
    public IReadOnlyList<string> Texts(int index) => ReturnSheet.Texts(index + 1, Lines[index], Language);
}
