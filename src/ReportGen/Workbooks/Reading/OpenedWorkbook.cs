namespace ReportGen.Workbooks.Reading;

/// <summary>The result of opening a file as a workbook.</summary>
public enum WorkbookState
{
    /// <summary>The workbook was read.</summary>
    Opened,

    /// <summary>
    /// The file is empty, truncated or locked by another program, possibly because it is still being written. A retry may
    /// succeed.
    /// </summary>
    NotReady,

    /// <summary>The file is not a workbook, is damaged, or exceeds the limits. A retry does not help.</summary>
    Refused,
}

/// <summary>A file opened as a workbook, or the reasons why it could not be opened.</summary>
public sealed record OpenedWorkbook
{
    /// <summary>The result.</summary>
    public required WorkbookState State { get; init; }

    /// <summary>The cells; null unless <see cref="WorkbookState.Opened"/>.</summary>
    public RawWorkbook? Workbook { get; init; }

    /// <summary>
    /// The bytes that were read, so that later steps use the same content even if the file changes; empty if it could not be
    /// read.
    /// </summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>
    /// The SHA-256 of <see cref="Content"/>, 64 lower-case hexadecimal digits; empty if the file could not be read.
    /// </summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Why the file could not be opened; empty on success.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
