namespace ReportGen.Diagnostics;

/// <summary>
/// A finding: what is wrong, where, why, and how to correct it.
/// Every stage returns its findings with its result instead of throwing.
/// </summary>
public sealed record Diagnostic
{
    /// <summary>
    /// The rule's id (<c>T3-02</c>) or the key of the message catalogue (<c>workbook.empty-cell</c>). Stable: lists of
    /// accepted findings and machine-readable output refer to it.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>How serious the finding is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The location; null only if none can be given.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What is wrong and why, in the user's terms and with the actual figures.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>How to correct it; null if the message is sufficient.</summary>
    public LocalizedText? Remedy { get; init; }

    /// <summary>The text in question with the relevant part marked; null if there is nothing to quote.</summary>
    public Quotation? Quotation { get; init; }

    /// <summary>Other locations involved: the addends of a sum, the figure that prose contradicts. Empty if none.</summary>
    public ImmutableArray<SourceLocation> Related { get; init; } = [];

    /// <summary>The law, notice or standard that a rule is based on; null if none.</summary>
    public LocalizedText? Basis { get; init; }

    /// <summary>The part of the form concerned; null if no table is concerned, or if the finding comes from a rule.</summary>
    public FormPlace? Form { get; init; }

    /// <summary>
    /// Whether content of the workbook is not read, or not printed, because of an error. Such an error can never be accepted,
    /// whichever rule it is assigned to.
    /// </summary>
    public bool LosesContent { get; init; }

    /// <summary>Creates an error. Add further members with <c>with</c>.</summary>
    public static Diagnostic Error(
        string id, SourceLocation? location, string chinese, string english, LocalizedText? remedy = null) =>
        new() { Id = id, Severity = Severity.Error, Location = location, Message = new(chinese, english), Remedy = remedy };

    /// <summary>Creates a warning; parameters as for <see cref="Error"/>.</summary>
    public static Diagnostic Warning(
        string id, SourceLocation? location, string chinese, string english, LocalizedText? remedy = null) =>
        Error(id, location, chinese, english, remedy) with { Severity = Severity.Warning };

    /// <summary>Creates a finding about a file as a whole.</summary>
    /// <param name="id">See <see cref="Id"/>.</param>
    /// <param name="severity">See <see cref="Severity"/>.</param>
    /// <param name="file">The path or name as the user gave it; null if no file can be named.</param>
    /// <param name="chinese">The message in Chinese.</param>
    /// <param name="english">The message in English.</param>
    /// <param name="remedy">See <see cref="Remedy"/>.</param>
    public static Diagnostic OfFile(
        string id, Severity severity, string? file, string chinese, string english, LocalizedText? remedy = null) =>
        Error(id, file is null ? null : new FileLocation { File = file }, chinese, english, remedy) with { Severity = severity };
}
