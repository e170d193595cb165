namespace ReportGen.Workbooks.Reading;

/// <summary>What became of an attempt to open a file as a workbook.</summary>
public enum WorkbookState
{
    /// <summary>It was read.</summary>
    Opened,

    /// <summary>
    /// It is empty, cut short or held by another program: perhaps still being written. Trying again may help; when it
    /// does not, the diagnostics say what is wrong.
    /// </summary>
    NotReady,

    /// <summary>It is something else, is damaged, or passes the limits. Trying again does not help.</summary>
    Refused,
}

/// <summary>A file opened as a workbook, or the reason why it was not.</summary>
public sealed record OpenedWorkbook
{
    /// <summary>What became of it.</summary>
    public required WorkbookState State { get; init; }

    /// <summary>The cells; null unless <see cref="WorkbookState.Opened"/>.</summary>
    public RawWorkbook? Workbook { get; init; }

    /// <summary>The bytes that were read, so that later steps see the same content even if the file changes.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The SHA-256 of <see cref="Content"/>, 64 lower-case hexadecimal digits; empty where the file could not be read at all.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Why it was not opened; empty when it was.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
