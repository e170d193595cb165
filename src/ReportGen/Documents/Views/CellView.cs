using ReportGen.Bindings;
using ReportGen.Model;

namespace ReportGen.Documents.Views;

/// <summary>
/// A printed cell for templates: <c>role</c> (caption, corner, column, row, figure), <c>text</c>, <c>value</c>,
/// <c>colspan</c>, <c>rowspan</c>, <c>scope</c>, <c>id</c>, <c>headers</c>, <c>place</c>, <c>is_total</c>.
/// </summary>
internal sealed class CellView(GridCell layout, Cell? figure, string? id, string? headers) : ReadOnlyScope
{
    // A report has hundreds of cells, and LazyScope would create ten functions for each.
    private static readonly ImmutableArray<string> s_members =
        ["role", "text", "value", "colspan", "rowspan", "scope", "id", "headers", "place", "is_total"];

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
            "scope" => Scope,
            "id" => id,
            "headers" => headers,
            "place" => figure?.Location is { } location ? location.Place : null,
            "is_total" => figure?.IsTotal ?? false,
            _ => null,
        };
        return value is not null || s_members.Contains(member);
    }

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
