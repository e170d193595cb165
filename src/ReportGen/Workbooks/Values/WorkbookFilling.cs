using ReportGen.Definitions;
using ReportGen.Model;

namespace ReportGen.Workbooks.Values;

/// <summary>Converts a report to the values of a new workbook, for the same or the next year.</summary>
public static class WorkbookFilling
{
    /// <summary>All values of a report, so that the new workbook reads as the same report. Totals become formulas.</summary>
    public static WorkbookValues Of(KindDefinition kind, Report report) => new()
    {
        Fields = report.Fields.Where(f => f.Text.Length > 0).ToImmutableDictionary(f => f.Id, f => f.Text),
        Prose = (from section in kind.Sections
                 join prose in kind.Sheets.OfType<ProseSheet>() on section.SheetId equals prose.Id
                 let blocks = report.Sections.FirstOrDefault(s => s.Id == section.Id)?.Blocks ?? []
                 group blocks by prose.Id)
            .ToImmutableDictionary(g => g.Key,
                g => g.SelectMany(b => b).Select(b => new BlockValue(b.Level, b.Text)).ToImmutableArray()),
        Figures = FiguresOf(kind, report.Tables),
        Previous = FiguresOf(kind, report.Previous),
        Bodies = report.Bodies,
    };

    /// <summary>
    /// The values that last year's report provides: kept fields, last year's figures, and what is carried over.
    /// </summary>
    /// <param name="kind">This year's edition; figures that it does not have are omitted.</param>
    /// <param name="previous">Last year's report.</param>
    public static WorkbookValues FromPrevious(KindDefinition kind, Report previous)
    {
        var figures = FiguresOf(kind, previous.Tables);
        var carried = from carry in kind.CarryOver
                      from figure in figures
                      where figure.Key.Table == carry.TableId && figure.Key.Row == carry.FromRow
                      select KeyValuePair.Create(figure.Key with { Row = carry.ToRow }, figure.Value);
        return new WorkbookValues
        {
            Fields = kind.Fields.Where(f => f.IsKept).Select(f => previous.Field(f.Id)).OfType<Field>()
                .Where(f => f.Text.Length > 0).ToImmutableDictionary(f => f.Id, f => f.Text),
            Figures = carried.ToImmutableDictionary(),
            Previous = figures,
        };
    }

    private static ImmutableDictionary<FigureKey, decimal> FiguresOf(KindDefinition kind, ImmutableArray<Table> tables)
    {
        var known = kind.Tables.SelectMany(t => t.Form.Inputs.Select(f => new FigureKey(t.Form.Id, f.Row.Id, f.Column.Id)))
            .ToHashSet();
        return (from table in tables
                from cell in table.Cells
                let key = new FigureKey(table.Form.Id, cell.Row.Id, cell.Column.Id)
                where cell.Number is not null && known.Contains(key)
                select KeyValuePair.Create(key, cell.Number!.Value)).ToImmutableDictionary();
    }
}
