using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Values;

namespace ReportGen.Workbooks.Writing;

/// <summary>Drafts a sheet of tables, one below another, from their printed grids.</summary>
internal sealed class TableDraft
{
    private const double TotalWidth = 108;
    private const double MinWidth = 9;
    private static readonly LocalizedText s_figureHint =
        new("填阿拉伯数字，没有发生的填 0。", "Write digits; where there is nothing, write 0.");

    private static readonly LocalizedText s_previous = new("上年　", "Last year: ");

    private readonly SheetDraft _draft;
    private readonly TableSheet _sheet;
    private readonly IReadOnlyDictionary<FigureKey, decimal> _values;
    private readonly Dictionary<FigureKey, CellAddress> _places = [];
    private int _top = 1;

    private TableDraft(TableSheet sheet, Language language, IReadOnlyDictionary<FigureKey, decimal> values) =>
        (_draft, _sheet, _values) = (new SheetDraft(sheet.Name) { Language = language }, sheet, values);

    public static SheetDraft Make(TableSheet sheet, KindDefinition kind, WorkbookValues values) =>
        Drafted(sheet, kind, values)._draft;

    /// <summary>The cells of the figures of this year's tables.</summary>
    public static Dictionary<FigureKey, CellReference> PlacesOf(KindDefinition kind) =>
        kind.Sheets.OfType<TableSheet>().Where(s => !s.IsPrevious)
            .SelectMany(
                s => Drafted(s, kind, WorkbookValues.None)._places.Select(p => (p.Key, new CellReference(s.Name, p.Value))))
            .ToDictionary(p => p.Key, p => p.Item2);

    private static TableDraft Drafted(TableSheet sheet, KindDefinition kind, WorkbookValues values)
    {
        var drafting = new TableDraft(sheet, kind.WorkbookLanguage, sheet.IsPrevious ? values.Previous : values.Figures);
        foreach (var table in kind.TablesOf(sheet.TableIds)) drafting.Add(table.Form, sheet.TableIds.Length == 1);
        return drafting;
    }

    private void Add(TableForm form, bool isAlone)
    {
        var grid = TableGrid.Of(form);
        _draft.Set(_top, 1, new DraftCell(CellStyle.Title, Text: Title(form)));
        _draft.Merges.Add(Range(0, 0, form.Widths.Length, 1));
        _top++;
        for (var line = 0; line < grid.Length; line++)
            foreach (var cell in grid[line].Cells) Place(form, line, cell);
        foreach (var (row, column) in form.FigurePositions) FillIn(form, row, column);
        AddValidations(form);
        Widen(form);
        if (isAlone) Freeze(form, grid);
        _top += grid.Length + 1;
    }

    private string Title(TableForm form) => _sheet.IsPrevious ? s_previous.In(_draft.Language) + form.Title : form.Title;

    private CellRange Range(int line, int column, int columns, int rows) => new(
        new CellAddress(_top + line, column + 1), new CellAddress(_top + line + rows - 1, column + columns));

    private void Place(TableForm form, int line, GridCell cell)
    {
        var range = Range(line, cell.Column, cell.ColumnSpan, cell.RowSpan);
        var style = StyleOf(form, cell);
        for (var row = range.First.Row; row <= range.Last.Row; row++)
        {
            for (var column = range.First.Column; column <= range.Last.Column; column++)
                _draft.Set(row, column, new DraftCell(style));
        }

        if (range.First != range.Last) _draft.Merges.Add(range);
        if (cell.Role == GridRole.Figure) _places[KeyOf(form, cell.Row!, cell.FigureColumn!)] = range.First;
        else _draft.Cells[range.First] = new DraftCell(style, Text: cell.Text);
    }

    private static CellStyle StyleOf(TableForm form, GridCell cell) => cell.Role switch
    {
        GridRole.RowHeader => CellStyle.Label,
        GridRole.Figure when cell.Row!.IsTotal || cell.FigureColumn!.IsTotal => CellStyle.Total,
        GridRole.Figure => form.NumberAt(cell.Row!, cell.FigureColumn!).MaxDecimals == 0
            ? CellStyle.CountInput
            : CellStyle.DecimalInput,
        _ => CellStyle.Heading,
    };

    private void FillIn(TableForm form, FormLine row, FormLine column)
    {
        var at = PlaceOf(form, row, column);
        var style = _draft.Cells[at].Style;
        if (_values.TryGetValue(KeyOf(form, row, column), out var number))
            _draft.Cells[at] = new DraftCell(style, Number: number);
        else if (style == CellStyle.Total)
            _draft.Cells[at] = new DraftCell(style, Number: Sum(form, row, column), Formula: Formula(form, row, column));
    }

    private decimal Sum(TableForm form, FormLine row, FormLine column) =>
        _values.TryGetValue(KeyOf(form, row, column), out var number) ? number
        : form.AddendsOf(row, column).Sum(a => Sum(form, a.Row, a.Column));

    private string Formula(TableForm form, FormLine row, FormLine column) =>
        $"SUM({string.Join(',', Runs([.. form.AddendsOf(row, column).Select(a => PlaceOf(form, a.Row, a.Column)).Order()]))})";

    private static FigureKey KeyOf(TableForm form, FormLine row, FormLine column) => new(form.Id, row.Id, column.Id);

    private CellAddress PlaceOf(TableForm form, FormLine row, FormLine column) => _places[KeyOf(form, row, column)];

    private static IEnumerable<CellRange> Runs(List<CellAddress> cells)
    {
        for (var start = 0; start < cells.Count;)
        {
            var end = start;
            while (end + 1 < cells.Count && IsNext(cells[end], cells[end + 1])
                && (cells[start].Row == cells[end + 1].Row || cells[start].Column == cells[end + 1].Column))
            {
                end++;
            }

            yield return new CellRange(cells[start], cells[end]);
            start = end + 1;
        }
    }

    private static bool IsNext(CellAddress a, CellAddress b) => (b.Row - a.Row, b.Column - a.Column) is (0, 1) or (1, 0);

    private void AddValidations(TableForm form)
    {
        var hints = new[] { _sheet.Hint, s_figureHint }.OfType<LocalizedText>().Select(h => h.In(_draft.Language));
        var prompt = string.Join('\n', hints);
        var inputs = form.Inputs.GroupBy(f => ValidationOf(form.NumberAt(f.Row, f.Column)), f => PlaceOf(form, f.Row, f.Column));
        foreach (var group in inputs)
            _draft.Validations.Add(new DraftValidation(group.Key, [.. Runs([.. group.Order()])], prompt, []));
    }

    private static ValidationKind ValidationOf(NumberFormat number) => (number.MaxDecimals, number.AllowNegative) switch
    {
        (0, false) => ValidationKind.Count,
        (0, true) => ValidationKind.Whole,
        (_, false) => ValidationKind.Amount,
        _ => ValidationKind.Number,
    };

    private void Widen(TableForm form)
    {
        var scale = TotalWidth / Math.Max(1, form.Widths.Sum());
        for (var i = 0; i < form.Widths.Length; i++)
            _draft.Widen(i + 1, Math.Max(MinWidth, Math.Round(form.Widths[i] * scale, 1)));
    }

    private void Freeze(TableForm form, IReadOnlyList<GridLine> grid)
    {
        var headings = grid.TakeWhile(l => l.IsHeader).Count();
        var labels = form.Parts.Max(TableGrid.LabelColumns);
        if (form.Parts.Length > 1) return;
        _draft.FreezeAt = new CellAddress(_top + headings, labels + 1);
        _draft.RepeatedRows = _top + headings - 1;
    }
}
