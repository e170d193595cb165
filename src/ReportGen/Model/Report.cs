namespace ReportGen.Model;

/// <summary>A report as read from its workbook. Immutable.</summary>
public sealed record Report
{
    /// <summary>The kind's id: the name of its folder.</summary>
    public required string Kind { get; init; }

    /// <summary>The edition of the form.</summary>
    public required string Edition { get; init; }

    /// <summary>The full name of the public body that reports. Never empty.</summary>
    public required string Body { get; init; }

    /// <summary>
    /// The reporting year; null for a kind without years, and if the cover has no year for which there is an edition.
    /// </summary>
    public int? Year { get; init; }

    /// <summary>
    /// The period, such as <c>2025</c> or <c>2026 3月</c>, as a kind's title names it; null if it has none or it is not filled in.
    /// </summary>
    public string? Period { get; init; }

    /// <summary>The <see cref="Period"/> without the year, such as <c>3月</c>; empty for a report on a year.</summary>
    public string PeriodWithoutYear => ReportPeriod.WithoutYear(Period, Year);

    /// <summary>The title as printed.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The name of the report's files, without extension: the title, unless it contains a year that was refused; then the name of
    /// the workbook.
    /// </summary>
    public string FileTitle { get => field ?? Title; init; }

    /// <summary>The day of publication; null if the cover has none or no valid date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The workbook the report was read from; null if it comes from none.</summary>
    public WorkbookIdentity? Source { get; init; }

    /// <summary>All fields in the kind's order, filled in or not.</summary>
    public required ImmutableArray<Field> Fields { get; init; }

    /// <summary>The sections in print order.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>This year's tables.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>Last year's tables as far as known, with the ids of <see cref="Tables"/>; empty if unknown.</summary>
    public ImmutableArray<Table> Previous { get; init; } = [];

    /// <summary>The declaration that empty cells count as 0; null if the cover does not declare it.</summary>
    public BlankDeclaration? Blanks { get; init; }

    /// <summary>The bodies whose figures were added up, in workbook order; empty for a report of one body.</summary>
    public ImmutableArray<BodyFigures> Bodies { get; init; } = [];

    /// <summary>The field with this id; null if none.</summary>
    public Field? Field(string id) => Fields.FirstOrDefault(f => f.Id == id);

    /// <summary>The table with this id; null if none.</summary>
    public Table? Table(string id) => Tables.FirstOrDefault(t => t.Form.Id == id);

    /// <summary>Last year's table with this id; null if unknown.</summary>
    public Table? PreviousTable(string id) => Previous.FirstOrDefault(t => t.Form.Id == id);
}

/// <summary>Identifies a workbook by its path and content.</summary>
/// <param name="File">The path as the user gave it.</param>
/// <param name="Sha256">The SHA-256 of its content, 64 lower-case hexadecimal digits.</param>
public sealed record WorkbookIdentity(string File, string Sha256);

/// <summary>The figures of one body in a district total.</summary>
/// <param name="Body">The body's full name.</param>
/// <param name="Tables">Its tables; an unknown figure has no number.</param>
public sealed record BodyFigures(string Body, ImmutableArray<Table> Tables)
{
    /// <summary>The table with this id; null if none.</summary>
    public Table? Table(string id) => Tables.FirstOrDefault(t => t.Form.Id == id);
}
