using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Totals;

/// <summary>
/// The sheet that traces every sum to its addends: first the sum, as a formula over the lines below, with its difference
/// from the table; then one line for each body, with workbook, sheet and cell. Bodies that add zero have no line; totals of
/// rows and columns are formulas in the tables.
/// </summary>
internal sealed class TraceSheet(KindDefinition kind, DistrictTotal total)
{
    private const string Name = "合计来源";
    private const int NumberColumn = 5;
    private static readonly ImmutableArray<double> s_widths = [8, 30, 20, 34, 12, 30, 20, 10, 14];

    private readonly ImmutableArray<ImmutableArray<AttachedCell?>>.Builder _rows =
        ImmutableArray.CreateBuilder<ImmutableArray<AttachedCell?>>();
    private readonly IReadOnlyDictionary<FigureKey, CellReference> _places = StandardWorkbookWriter.PlacesOf(kind);

    public AttachedSheet Make()
    {
        _rows.Add(TotalWorkbook.Row(AttachedStyle.Title, $"{total.Report.Title}　{Name}"));
        _rows.Add(TotalWorkbook.Row(AttachedStyle.Words, "每个合计先列总数（公式），再逐行列出数字不为 0 的单位及其工作簿、工作表和单元格；“与表内数之差”应为 0。"));
        _rows.Add(TotalWorkbook.Row(AttachedStyle.Heading, "表", "行", "列", "单位", "数字", "工作簿", "工作表", "单元格", "与表内数之差"));
        foreach (var figure in total.Trace.Where(f => !f.Row.IsTotal && !f.Column.IsTotal)) Add(figure);
        return new AttachedSheet { Name = Name, Widths = s_widths, Rows = _rows.ToImmutable(), HeadingRow = 3 };
    }

    private void Add(TracedFigure figure)
    {
        var addends = figure.Addends.Where(a => a.Number != 0).ToList();
        AddSum(figure, addends.Count);
        foreach (var addend in addends)
        {
            _rows.Add([
                .. Names(figure, AttachedStyle.Text),
                AttachedCell.Of(addend.Body),
                AttachedCell.Of(addend.Number),
                AttachedCell.Of(addend.Location?.FileName ?? ""),
                AttachedCell.Of(addend.Location?.Sheet ?? ""),
                AttachedCell.Of($"{addend.Location?.Address}"),
            ]);
        }
    }

    private void AddSum(TracedFigure figure, int addends)
    {
        var (row, first) = (_rows.Count + 1, _rows.Count + 2);
        var place = _places[new FigureKey(figure.Table.Id, figure.Row.Id, figure.Column.Id)];
        var range = new CellRange(new CellAddress(first, NumberColumn), new CellAddress(row + addends, NumberColumn));
        _rows.Add([
            .. Names(figure, AttachedStyle.Total),
            AttachedCell.Of($"合计（{figure.Addends.Length}个单位，其中{addends}个不为0）", AttachedStyle.Total),
            new AttachedCell { Style = AttachedStyle.Total, Number = figure.Sum,
                Formula = addends == 0 ? null : $"SUM({range})" },
            AttachedCell.Of("本工作簿", AttachedStyle.Total),
            AttachedCell.Of(place.Sheet, AttachedStyle.Total),
            AttachedCell.Of($"{place.Address}", AttachedStyle.Total) with { LinkTarget = place },
            new AttachedCell { Style = AttachedStyle.Total, Number = 0,
                Formula = $"{new CellAddress(row, NumberColumn)}-{place}" },
        ]);
    }

    private static IEnumerable<AttachedCell?> Names(TracedFigure figure, AttachedStyle style) =>
        TotalWorkbook.Row(style, figure.Table.Name, figure.Row.Name, figure.Column.Name);
}
