using ReportGen.Model;
using Scriban.Runtime;

namespace ReportGen.Documents.Views;

/// <summary>
/// A table for templates: <c>id</c>, <c>name</c>, <c>title</c>, <c>widths</c> (percent), <c>type_size</c> (part of the usual
/// size, 0 if figures need more than one line) and <c>parts</c>.
/// </summary>
internal sealed class TableView(Table table) : LazyScope
{
    private ScriptArray? _parts;

    /// <inheritdoc/>
    protected override OrderedDictionary<string, Func<object?>> Members => new()
    {
        ["id"] = () => table.Form.Id,
        ["name"] = () => table.Form.Name,
        ["title"] = () => table.Form.Title,
        ["widths"] = () => new ScriptArray(TableLayout.Of(table.Form).Shares),
        ["type_size"] = () => TableLayout.Of(table.Form).TypeSize(table) ?? 0,
        ["parts"] = () => _parts ??= new ScriptArray(table.Form.Parts.Select((part, i) => new PartView(table, part, i))),
    };
}

/// <summary>
/// A part of a table for templates: <c>caption</c>, <c>corner</c>, printed lines as <c>head</c> and <c>body</c>, and the
/// same without spans: <c>columns</c> (labels) and <c>rows</c> (labels and figures).
/// </summary>
internal sealed class PartView(Table table, TablePart part, int index) : LazyScope
{
    /// <inheritdoc/>
    protected override OrderedDictionary<string, Func<object?>> Members => new()
    {
        ["caption"] = () => part.Caption,
        ["corner"] = () => part.Corner,
        ["head"] = () => Lines(isHeader: true),
        ["body"] = () => Lines(isHeader: false),
        ["columns"] = () => new ScriptArray(part.Columns.Select(c => new ScriptArray(c.Labels))),
        ["rows"] = () => new ScriptArray(part.Rows.Select(Row)),
    };

    private ScriptArray Lines(bool isHeader)
    {
        var layout = TableLayout.Of(table.Form);
        var lines = new ScriptArray();
        for (var i = 0; i < layout.Lines.Length; i++)
        {
            if (layout.Lines[i].Part == index && layout.Lines[i].IsHeader == isHeader)
                lines.Add(new LineView(Cells(layout, i), isHeader, layout.Keep[i]));
        }

        return lines;
    }

    private ScriptArray Cells(TableLayout layout, int line)
    {
        var cells = new ScriptArray(layout.Lines[line].Cells.Length);
        foreach (var cell in layout.Lines[line].Cells) cells.Add(View(layout, line, cell));
        return cells;
    }

    private CellView View(TableLayout layout, int line, GridCell cell)
    {
        var isFigure = cell.Role == GridRole.Figure;
        return new CellView(
            cell,
            isFigure ? table.Find(cell.Row!.Id, cell.FigureColumn!.Id) : null,
            isFigure ? null : TableLayout.IdOf(table.Form.Id, line, cell),
            isFigure ? layout.HeadersOf(table.Form.Id, line, cell) : null,
            TableGrid.LabelColumns(part));
    }

    private ScriptObject Row(FormLine row) => new()
    {
        ["labels"] = new ScriptArray(row.Labels),
        ["figures"] = new ScriptArray(part.Columns.Select(c => CellView.Print(table.Find(row.Id, c.Id)))),
    };
}

/// <summary>
/// A printed line for templates: <c>cells</c>, <c>is_header</c>, and <c>keep</c>: whether the next line must be on the
/// same page.
/// </summary>
internal sealed class LineView(ScriptArray cells, bool isHeader, bool keep) : LazyScope
{
    /// <inheritdoc/>
    protected override OrderedDictionary<string, Func<object?>> Members => new()
    {
        ["cells"] = () => cells,
        ["is_header"] = () => isHeader,
        ["keep"] = () => keep,
    };
}
