namespace ReportGen.Workbooks.Annotation;

/// <summary>A line of the list of findings in a returned workbook.</summary>
/// <param name="Severity">The severity of the finding.</param>
/// <param name="Place">The location without the file's name: <c>三、依申请公开!J12</c>; empty for the whole file.</param>
/// <param name="Target">The cell that the location links to; null if it is not in this workbook.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">How to correct it; empty if the message is sufficient.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Excerpt">The quoted text; null if none.</param>
internal sealed record ReturnLine(
    Severity Severity, string Place, CellReference? Target, string Message, string Remedy, string Rule, Excerpt? Excerpt = null)
{
    /// <summary>Creates the line for a finding in a workbook.</summary>
    public static ReturnLine Of(Diagnostic finding, string workbookFile, Language language) => new(
        finding.Severity, finding.Location?.Place ?? "", TargetOf(finding.Location, workbookFile),
        finding.Message.In(language), finding.Remedy?.In(language) ?? "", finding.Id, finding.Quotation?.Excerpt());

    private static CellReference? TargetOf(SourceLocation? location, string workbookFile) => location switch
    {
        CellLocation cell when cell.File == workbookFile => new(cell.Sheet, cell.Address),
        SheetLocation sheet when sheet.File == workbookFile => new(sheet.Sheet, new CellAddress(1, 1)),
        _ => null,
    };
}
