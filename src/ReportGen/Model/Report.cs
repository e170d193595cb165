namespace ReportGen.Model;

/// <summary>A report as its workbook tells it. Immutable; the same workbook always gives an equal report.</summary>
public sealed record Report
{
    /// <summary>The kind's id: the name of its folder.</summary>
    public required string Kind { get; init; }

    /// <summary>The edition of the form.</summary>
    public required string Edition { get; init; }

    /// <summary>Whose report it is: the body's full name. Never empty.</summary>
    public required string Body { get; init; }

    /// <summary>The year that is reported on; null for a kind that has no years.</summary>
    public int? Year { get; init; }

    /// <summary>The title as printed.</summary>
    public required string Title { get; init; }

    /// <summary>The day of publication; null when the cover does not say, or says no date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The workbook it was read from; null when it was made otherwise.</summary>
    public WorkbookIdentity? Source { get; init; }

    /// <summary>The lines of the cover, in the kind's order; all of them, filled in or not.</summary>
    public required ImmutableArray<Field> Fields { get; init; }

    /// <summary>The sections in the order of print.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>The tables of the year.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>Last year's tables, as far as they are known; ids as in <see cref="Tables"/>. Empty when unknown.</summary>
    public ImmutableArray<Table> Previous { get; init; } = [];

    /// <summary>The bodies whose figures were added up, in the order of the workbook; empty for a report of one body.</summary>
    public ImmutableArray<BodyFigures> Bodies { get; init; } = [];

    /// <summary>The field of that id; null when the kind has none.</summary>
    public Field? Field(string id) => Fields.FirstOrDefault(f => f.Id == id);

    /// <summary>The table of that id; null when the report has none.</summary>
    public Table? Table(string id) => Tables.FirstOrDefault(t => t.Form.Id == id);

    /// <summary>Last year's table of that id; null when unknown.</summary>
    public Table? PreviousTable(string id) => Previous.FirstOrDefault(t => t.Form.Id == id);
}

/// <summary>Which workbook, to the byte.</summary>
/// <param name="File">The path as the user gave it.</param>
/// <param name="Sha256">The SHA-256 of its content, 64 lower-case hexadecimal digits.</param>
public sealed record WorkbookIdentity(string File, string Sha256);

/// <summary>What one body adds to a total.</summary>
/// <param name="Body">The body's full name.</param>
/// <param name="Tables">Its figures, by table; a figure that is not known has no number.</param>
public sealed record BodyFigures(string Body, ImmutableArray<Table> Tables)
{
    /// <summary>The table of that id; null when there is none.</summary>
    public Table? Table(string id) => Tables.FirstOrDefault(t => t.Form.Id == id);
}
