using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>The labels of a table as found on a sheet. Rows of a part printed across are blocks of columns.</summary>
internal sealed class LocatedTable(TableDefinition definition, SheetLabels labels)
{
    private readonly FormKeys _keys = FormKeys.Of(definition);

    public TableDefinition Definition { get; } = definition;

    public TableForm Form => Definition.Form;

    public SheetLabels Labels { get; } = labels;

    /// <summary>The label cell of each row with a label on its left, by row id.</summary>
    public Dictionary<string, LabelCell> Rows { get; } = [];

    /// <summary>The heading cell above each figure, by part index, row id and column id.</summary>
    public Dictionary<(int Part, string Row, string Column), LabelCell> Headings { get; } = [];

    /// <summary>The sheet row of the figures of each part printed across, by part index.</summary>
    public Dictionary<int, int> AcrossRows { get; } = [];

    /// <summary>Group labels that were not found.</summary>
    public List<string> MissingGroups { get; } = [];

    /// <summary>Whether the table was found.</summary>
    public bool IsFound => Rows.Count > 0 || AcrossRows.Count > 0;

    /// <summary>The share of the labels that were found, 0 to 1.</summary>
    public double Share
    {
        get
        {
            var all = Form.Parts.Sum(p => IsDown(p) ? p.Rows.Length + p.Columns.Length : p.Rows.Length * p.Columns.Length);
            var found = Rows.Count + Form.Parts.Select((p, i) => IsDown(p)
                ? p.Columns.Count(c => Headings.ContainsKey((i, "", c.Id)))
                : Headings.Keys.Count(k => k.Part == i)).Sum();
            return (double)found / all;
        }
    }

    /// <summary>Whether a part has a label on the left of each row.</summary>
    public static bool IsDown(TablePart part) => part.Direction == PartDirection.Down && TableGrid.LabelColumns(part) > 0;

    /// <summary>The figures whose labels were found, each with its cell, which may be empty.</summary>
    public IEnumerable<(FormLine Row, FormLine Column, RawCell Cell)> Figures =>
        from part in Enumerable.Range(0, Form.Parts.Length)
        from row in Form.Parts[part].Rows
        from column in Form.Parts[part].Columns
        let cell = CellOf(part, row, column)
        where cell is not null
        select (row, column, cell);

    /// <summary>Whether any figure other than totals is filled in.</summary>
    public bool IsFilledIn => Figures.Any(f => !f.Row.IsTotal && !f.Column.IsTotal && f.Cell.Kind != RawCellKind.Empty);

    // The figure is in its row below the heading; the heading may be merged over further, empty cells.
    private RawCell? CellOf(int part, FormLine row, FormLine column)
    {
        var isDown = IsDown(Form.Parts[part]);
        if (!Headings.TryGetValue((part, isDown ? "" : row.Id, column.Id), out var heading)) return null;
        int at;
        if (!isDown) at = AcrossRows[part];
        else if (Rows.TryGetValue(row.Id, out var label)) at = label.Row;
        else return null;
        return Labels.Sheet.FirstFilled(at, heading.Column, heading.Range.Last.Column);
    }

    /// <summary>
    /// The cells with this label; if there is none, those that match when a remark or number is ignored, unless another label
    /// of the table would match too.
    /// </summary>
    public IReadOnlyList<LabelCell> Find(string label)
    {
        for (var looseness = LabelLooseness.Exact; looseness <= LabelLooseness.IgnoreNumber; looseness++)
        {
            if (looseness != LabelLooseness.Exact && _keys.IsShared(label, looseness)) return [];
            if (Labels.FindKeys(_keys.Find(label, looseness), looseness) is { Count: > 0 } found) return found;
        }
        return [];
    }
}
