namespace ReportGen.Model;

/// <summary>A field, a line of the cover: the reporting body, the year, the contact.</summary>
public sealed record Field
{
    /// <summary>The id within the kind, such as <c>agency</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The label in the workbook, such as <c>机关全称</c>; prose and templates may use it as a name.</summary>
    public required string Name { get; init; }

    /// <summary>The value, trimmed; dates as <c>2026-01-20</c>; empty if not filled in.</summary>
    public required string Text { get; init; }

    /// <summary>The value's cell; null if the workbook has no such line.</summary>
    public CellLocation? Location { get; init; }
}
