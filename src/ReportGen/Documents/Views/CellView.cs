using ReportGen.Bindings;
using ReportGen.Model;

namespace ReportGen.Documents.Views;

/// <summary>
/// A printed cell for templates: <c>role</c> (caption, corner, column, row, figure), <c>text</c>, <c>value</c>,
/// <c>colspan</c>, <c>rowspan</c>, <c>column</c> (from 0), <c>scope</c>, <c>id</c>, <c>headers</c>, <c>place</c>,
/// <c>is_total</c>; <c>is_side</c>: whether it is a row label with others to its right; <c>width</c>: for such a label, the
/// letters on its longest line if it is broken well; <c>is_phrase</c>: such a label is broken only after its number.
/// </summary>
internal sealed class CellView(GridCell layout, Cell? figure, string? id, string? headers, int labelColumns) : ReadOnlyScope
{
    // A label up to this long stays on one line, apart from its number.
    private const int ShortLabel = 4;

    // A report has hundreds of cells, and LazyScope would create ten functions for each.
    private static readonly ImmutableArray<string> s_members =
        ["role", "text", "value", "colspan", "rowspan", "column", "scope", "id", "headers", "place", "is_total",
            "is_side", "is_phrase", "width"];

    /// <summary>A figure as printed: plain digits, no separators; empty if none.</summary>
    public static string Print(Cell? figure) => figure?.Number is { } number ? NumberFormat.Write(number) : "";

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => s_members;

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        value = member switch
        {
            "role" => Role,
            "text" => layout.Role == GridRole.Figure ? Print(figure) : layout.Text,
            "value" => figure is null ? null : new FigureValue(figure),
            "colspan" => layout.ColumnSpan,
            "rowspan" => layout.RowSpan,
            "column" => layout.Column,
            "scope" => Scope,
            "id" => id,
            "headers" => headers,
            "place" => figure?.Location is { } location ? location.Place : null,
            "is_total" => figure?.IsTotal ?? false,
            "is_side" => IsSide,
            "is_phrase" => IsPhrase,
            "width" => IsPhrase ? Math.Max(NumberLength, RestLength) : IsSide ? (layout.Text.Length + 1) / 2 : 0,
            _ => null,
        };
        return value is not null || s_members.Contains(member);
    }

    private bool IsSide => layout.Role == GridRole.RowHeader && layout.Column + layout.ColumnSpan < labelColumns;

    // （三）不予公开 is broken after its number; 三、本年度办理结果, whose rest is too long for a line, into halves.
    private bool IsPhrase => IsSide && RestLength <= ShortLabel;

    private int NumberLength => layout.Text.AsSpan().IndexOfAny('、', '）', '.') + 1;

    private int RestLength => layout.Text.Length - NumberLength;

    private string Role => layout.Role switch
    {
        GridRole.Caption => "caption",
        GridRole.Corner => "corner",
        GridRole.ColumnHeader => "column",
        GridRole.RowHeader => "row",
        _ => "figure",
    };

    private string? Scope => layout.Role switch
    {
        GridRole.ColumnHeader => layout.ColumnSpan > 1 ? "colgroup" : "col",
        GridRole.RowHeader => layout.RowSpan > 1 ? "rowgroup" : "row",
        GridRole.Caption => "colgroup",
        GridRole.Corner => "col",
        _ => null,
    };
}
