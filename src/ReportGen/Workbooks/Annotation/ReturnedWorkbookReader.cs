using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Annotation;

/// <summary>A finding listed in a returned workbook.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Place">The location without the file's name: <c>三、依申请公开!J12</c>; empty for the whole file.</param>
/// <param name="Message">The message in the language of the list.</param>
public sealed record ReturnedFinding(string Id, Severity Severity, string Place, string Message);

/// <summary>Reads the list of findings back from a returned workbook, even if another program has saved it since.</summary>
public static class ReturnedWorkbookReader
{
    /// <summary>The findings in list order; null if the workbook has no list.</summary>
    public static ImmutableArray<ReturnedFinding>? Read(RawWorkbook workbook)
    {
        if (SheetOf(workbook) is not { } sheet) return null;
        var heading = HeadingRow(sheet)!.Value;
        var lines = sheet.Cells.Where(c => c.Address.Row > heading).GroupBy(c => c.Address.Row)
            .Select(g => ReadLine(sheet, g.Key));
        return [.. lines.OfType<ReturnedFinding>()];
    }

    /// <summary>Determines which findings of an earlier return were fixed, which remain and which are new.</summary>
    /// <param name="earlier">The findings of the earlier return.</param>
    /// <param name="now">The current findings.</param>
    public static ReturnComparison Compare(IReadOnlyList<ReturnedFinding> earlier, IReadOnlyList<Diagnostic> now)
    {
        var open = earlier.ToList();
        var fresh = now.ToList();
        var remaining = new HashSet<Diagnostic>(ReferenceEqualityComparer.Instance);
        // First the same message at the same location, then the same location, then the same message elsewhere.
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
        workbook.Sheets.FirstOrDefault(
            s => s.Name.StartsWith(ReturnSheet.Name, StringComparison.Ordinal) && HeadingRow(s) is not null);

    private static bool SaysSame(ReturnedFinding earlier, Diagnostic now) =>
        earlier.Message == now.Message.Chinese || earlier.Message == now.Message.English;

    private static int? HeadingRow(RawSheet sheet) =>
        Enumerable.Range(1, 10).Select(row => (int?)row).FirstOrDefault(row =>
            Enum.GetValues<Language>()
                .Any(
                    language => ReturnSheet.Headings(language).Index()
                        .All(h => sheet[new CellAddress(row!.Value, h.Index + 1)].Text == h.Item)));

    private static ReturnedFinding? ReadLine(RawSheet sheet, int row)
    {
        string Text(int column) => sheet[new CellAddress(row, column)].Text;
        return ReturnSheet.SeverityOf(Text(2)) is { } severity && Text(6).Length > 0
            ? new ReturnedFinding(Text(6), severity, Text(ReturnSheet.PlaceColumn), Text(4))
            : null;
    }
}

/// <summary>A resubmission compared to the previous return.</summary>
/// <param name="Fixed">Findings of the return that no longer occur.</param>
/// <param name="Remaining">Current findings that were in the return.</param>
/// <param name="New">Current findings that were not in the return.</param>
public sealed record ReturnComparison(
    ImmutableArray<ReturnedFinding> Fixed, ImmutableArray<Diagnostic> Remaining, ImmutableArray<Diagnostic> New);
