namespace ReportGen.Diagnostics;

/// <summary>What an error is due to, the least severe first.</summary>
public enum ErrorCause
{
    /// <summary>There is no error.</summary>
    None,

    /// <summary>The workbook: its author can correct it.</summary>
    Data,

    /// <summary>What the program was asked for.</summary>
    Usage,

    /// <summary>A template or a kind's definition.</summary>
    Template,

    /// <summary>The program itself.</summary>
    Engine,

    /// <summary>The machine: the browser, a font, a folder that may not be written.</summary>
    Environment,
}

/// <summary>Tells causes by the ids of findings.</summary>
public static class ErrorCauses
{
    /// <summary>The most severe cause among the errors; warnings do not count.</summary>
    public static ErrorCause Of(IEnumerable<Diagnostic> findings) =>
        findings.Where(d => d.Severity == Severity.Error).Select(Of).OrderDescending().FirstOrDefault();

    /// <summary>The cause of one error. An id begins with the layer that it comes from; a rule of the kind (T3-02) is about data.</summary>
    public static ErrorCause Of(Diagnostic error) => error.Id switch
    {
        "printing.no-browser" or "printing.browser-not-started" => ErrorCause.Environment,
        "kind.unknown-kind" or "command.file-exists" or "command.same-folder" or "command.no-such-field" or "command.year-needed" => ErrorCause.Usage,
        "kind.no-edition-for-year" => ErrorCause.Data,
        var id => id.Split('.')[0] switch
        {
            "environment" => ErrorCause.Environment,
            "printing" or "pipeline" => ErrorCause.Engine,
            "template" or "yaml" or "kind" => ErrorCause.Template,
            _ => ErrorCause.Data,
        },
    };
}
