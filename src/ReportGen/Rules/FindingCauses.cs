using ReportGen.Bindings;
using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>
/// Reports one finding for each cause: a reference to a figure that was not read adds to the finding about that figure.
/// </summary>
internal static class FindingCauses
{
    /// <summary>The findings without those that follow from others.</summary>
    /// <param name="findings">The findings of reading a workbook and of binding its prose.</param>
    /// <param name="report">The report.</param>
    public static ImmutableArray<Diagnostic> Fold(ImmutableArray<Diagnostic> findings, Report report)
    {
        var effects = new Dictionary<Diagnostic, List<SourceLocation?>>(ReferenceEqualityComparer.Instance);
        var rest = findings.Where(f => !IsEffect(f)).ToImmutableArray();
        return rest.Length == findings.Length ? findings : [.. rest.Select(WithEffects)];

        bool IsEffect(Diagnostic finding)
        {
            if (finding.Id != ProseMessages.NoFigureId || CauseOf(finding, findings, report) is not { } cause) return false;
            if (!effects.TryGetValue(cause, out var places)) effects[cause] = places = [];
            places.Add(finding.Location);
            return true;
        }

        Diagnostic WithEffects(Diagnostic cause) => effects.TryGetValue(cause, out var places) ? Extend(cause, places) : cause;
    }

    private static Diagnostic? CauseOf(Diagnostic effect, ImmutableArray<Diagnostic> findings, Report report)
    {
        if (effect.Form is not { } place || TableOf(place, report) is not { } table) return null;
        var unread = (from row in place.Rows
                      from column in place.Columns
                      from cell in Unread(table, row, column)
                      select cell).ToList();
        return findings.FirstOrDefault(f => f is { LosesContent: true, Severity: Severity.Error, Form: { } form }
            && form.Table == place.Table && form.IsPrevious == place.IsPrevious && unread.Exists(c => Covers(form, c)));
    }

    private static Table? TableOf(FormPlace place, Report report) =>
        place.IsPrevious ? report.PreviousTable(place.Table) : report.Table(place.Table);

    /// <summary>The figures without a number on which a figure depends: itself, or addends of a total.</summary>
    private static IEnumerable<Cell> Unread(Table table, string row, string column) => table.Find(row, column) switch
    {
        null or { Number: not null } => [],
        { IsTotal: true } total =>
            table.Form.AddendsOf(total.Row, total.Column).SelectMany(a => Unread(table, a.Row.Id, a.Column.Id)),
        { } cell => [cell],
    };

    private static bool Covers(FormPlace form, Cell cell) =>
        (form.Rows.IsEmpty || form.Rows.Contains(cell.Row.Id)) && (form.Columns.IsEmpty || form.Columns.Contains(cell.Column.Id));

    private static Diagnostic Extend(Diagnostic cause, List<SourceLocation?> places) => cause with
    {
        Message = new(
            $"{cause.Message.Chinese}正文有 {places.Count} 处引用了这里的数字，改好这里就行。",
            $"{cause.Message.English} The text refers to its figures in {places.Count} places; correcting it here is enough."),
        Related = [.. cause.Related, .. places.OfType<SourceLocation>()],
    };
}
