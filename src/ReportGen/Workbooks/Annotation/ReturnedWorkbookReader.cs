using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Annotation;

/// <summary>A finding as a returned workbook lists it.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Place">Where it was, without the file's name: <c>三、依申请公开!J12</c>; empty for the whole file.</param>
/// <param name="Message">What was wrong, in the language of the list.</param>
public sealed record ReturnedFinding(string Id, Severity Severity, string Place, string Message);

/// <summary>Reads the list of findings back from a returned workbook, whichever program has saved it since.</summary>
public static class ReturnedWorkbookReader
{
    /// <summary>The findings in the order of the list; null when the workbook has no such list.</summary>
    public static ImmutableArray<ReturnedFinding>? Read(RawWorkbook workbook)
    {
        if (SheetOf(workbook) is not { } sheet) return null;
        var heading = HeadingRow(sheet)!.Value;
        var lines = sheet.Cells.Where(c => c.Address.Row > heading).GroupBy(c => c.Address.Row).Select(g => ReadLine(sheet, g.Key));
        return [.. lines.OfType<ReturnedFinding>()];
    }

    /// <summary>Which findings of an earlier return were fixed, which remain, which are new.</summary>
    /// <param name="earlier">The findings of the earlier return.</param>
    /// <param name="now">What is found now.</param>
    public static ReturnComparison Compare(IReadOnlyList<ReturnedFinding> earlier, IReadOnlyList<Diagnostic> now)
    {
        var open = earlier.ToList();
        var fresh = now.ToList();
        var remaining = new HashSet<Diagnostic>(ReferenceEqualityComparer.Instance);
        // The same words at the same place first; then a place whose figures changed; then a cell that moved.
        Match((e, n) => e.Place == (n.Location?.Place ?? "") && SaysSame(e, n));
        Match((e, n) => e.Place == (n.Location?.Place ?? ""));
        Match(SaysSame);
        return new ReturnComparison([.. open], [.. now.Where(remaining.Contains)], [.. fresh]);

        void Match(Func<ReturnedFinding, Diagnostic, bool> isSame)
        {
            foreach (var finding in fresh.ToList())
            {
                if (open.Find(e => e.Id == finding.Id && isSame(e, finding)) is not { } match) continue;
                open.Remove(match);
                fresh.RemoveAll(f => ReferenceEquals(f, finding));
                remaining.Add(finding);
            }
        }
    }

    internal static RawSheet? SheetOf(RawWorkbook workbook) =>
        workbook.Sheets.FirstOrDefault(s => s.Name.StartsWith(ReturnSheet.Name, StringComparison.Ordinal) && HeadingRow(s) is not null);

    private static bool SaysSame(ReturnedFinding earlier, Diagnostic now) =>
        earlier.Message == now.Message.Chinese || earlier.Message == now.Message.English;

    private static int? HeadingRow(RawSheet sheet) =>
        Enumerable.Range(1, 10).Select(row => (int?)row).FirstOrDefault(row =>
            Enum.GetValues<Language>().Any(language => ReturnSheet.Headings(language).Index().All(h => sheet[new CellAddress(row!.Value, h.Index + 1)].Text == h.Item)));

    private static ReturnedFinding? ReadLine(RawSheet sheet, int row)
    {
        string Text(int column) => sheet[new CellAddress(row, column)].Text;
        return ReturnSheet.SeverityOf(Text(2)) is { } severity && Text(6).Length > 0
            ? new ReturnedFinding(Text(6), severity, Text(ReturnSheet.PlaceColumn), Text(4))
            : null;
    }
}

/// <summary>A resubmission held against the return before it.</summary>
/// <param name="Fixed">Findings of the return that are gone.</param>
/// <param name="Remaining">Findings that were there before.</param>
/// <param name="New">Findings that were not.</param>
public sealed record ReturnComparison(
    ImmutableArray<ReturnedFinding> Fixed, ImmutableArray<Diagnostic> Remaining, ImmutableArray<Diagnostic> New);
