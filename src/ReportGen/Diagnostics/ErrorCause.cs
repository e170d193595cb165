namespace ReportGen.Diagnostics;

/// <summary>The cause of an error, in order of increasing severity.</summary>
public enum ErrorCause
{
    /// <summary>There is no error.</summary>
    None,

    /// <summary>The workbook; its author can correct it.</summary>
    Data,

    /// <summary>The command line: an invalid or impossible request, or a path that does not exist.</summary>
    Usage,

    /// <summary>A template, a kind's definition or a rule file.</summary>
    Template,

    /// <summary>A fault of the program or the browser.</summary>
    Program,

    /// <summary>The machine: a missing browser or font, a folder that cannot be written.</summary>
    Environment,
}

/// <summary>Derives the cause of an error from the id of its finding.</summary>
public static class ErrorCauses
{
    /// <summary>
    /// The most severe cause among the errors; <see cref="ErrorCause.None"/> if there are none. Warnings are ignored.
    /// </summary>
    public static ErrorCause Of(IEnumerable<Diagnostic> findings) =>
        findings.Where(d => d.Severity == Severity.Error).Select(Of).OrderDescending().FirstOrDefault();

    /// <summary>
    /// The cause of one error. An id starts with the layer that reports it; the ids of rules (T3-02) concern data.
    /// </summary>
    public static ErrorCause Of(Diagnostic error) => error.Id switch
    {
        "printing.no-browser" or "printing.browser-not-started" or "printing.missing-glyph" => ErrorCause.Environment,
        // A path on the command line that leads nowhere is the same error in every command.
        "file.missing" or "command.no-such-path" or "command.no-match" or "environment.no-inbox" or "roster.unreadable"
            or "data.unreadable" or "kind.no-templates-folder" => ErrorCause.Usage,
        "kind.unknown-kind" or "command.file-exists" or "command.same-folder" or "command.no-such-field"
            or "command.year-needed" or "command.period-needed" => ErrorCause.Usage,
        "kind.no-edition-for-year" => ErrorCause.Data,
        "printing.pdf-template" or "printing.no-title" or "printing.no-language" => ErrorCause.Template,
        var id => id.Split('.')[0] switch
        {
            "environment" => ErrorCause.Environment,
            "printing" or "pipeline" => ErrorCause.Program,
            "template" or "yaml" or "kind" or "checks" => ErrorCause.Template,
            _ => ErrorCause.Data,
        },
    };
}
