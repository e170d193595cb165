namespace ReportGen.Diagnostics;

/// <summary>
/// A mistake as a value: what is wrong, where, why, and what would be right.
/// Every stage returns its findings beside its result; nothing is thrown at a user.
/// </summary>
public sealed record Diagnostic
{
    /// <summary>
    /// The rule's id (<c>T3-02</c>) or the key of the message catalogue (<c>workbook.empty-cell</c>). Stable: lists of
    /// accepted findings and machine-readable output refer to it.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where it is; null only where no place can be named.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What is wrong and why, in the user's words, with the real figures.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>What would make it right; null where the message says it all.</summary>
    public LocalizedText? Remedy { get; init; }

    /// <summary>The words in question, with the part meant; null where there is nothing to quote.</summary>
    public Quotation? Quotation { get; init; }

    /// <summary>Other places that take part: the addends of a sum, the figure that prose contradicts.</summary>
    public ImmutableArray<SourceLocation> Related { get; init; } = [];

    /// <summary>The law, notice or standard behind a rule; null where there is none.</summary>
    public LocalizedText? Basis { get; init; }

    /// <summary>The part of the form it is about; null where it is about no table, or was not found by reading one.</summary>
    public FormPlace? Form { get; init; }

    /// <summary>An error; what else is known of it is added by <c>with</c>.</summary>
    public static Diagnostic Error(
        string id, SourceLocation? location, string chinese, string english, LocalizedText? remedy = null) =>
        new() { Id = id, Severity = Severity.Error, Location = location, Message = new(chinese, english), Remedy = remedy };

    /// <summary>A warning; as <see cref="Error"/>.</summary>
    public static Diagnostic Warning(
        string id, SourceLocation? location, string chinese, string english, LocalizedText? remedy = null) =>
        Error(id, location, chinese, english, remedy) with { Severity = Severity.Warning };

    /// <summary>A finding about a file as a whole.</summary>
    /// <param name="id">See <see cref="Id"/>.</param>
    /// <param name="severity">See <see cref="Severity"/>.</param>
    /// <param name="file">The path or name that the user knows; null where no file can be named.</param>
    /// <param name="chinese">The message in Chinese.</param>
    /// <param name="english">The message in English.</param>
    /// <param name="remedy">See <see cref="Remedy"/>.</param>
    public static Diagnostic OfFile(
        string id, Severity severity, string? file, string chinese, string english, LocalizedText? remedy = null) =>
        Error(id, file is null ? null : new FileLocation { File = file }, chinese, english, remedy) with { Severity = severity };
}
