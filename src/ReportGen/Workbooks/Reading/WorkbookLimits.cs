namespace ReportGen.Workbooks.Reading;

/// <summary>Limits for reading workbooks. The defaults are far above the size of real reports.</summary>
public sealed record WorkbookLimits
{
    /// <summary>The default limits.</summary>
    public static WorkbookLimits Default { get; } = new();

    /// <summary>The maximum file size, in bytes.</summary>
    public long FileBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The maximum total size of all decompressed parts, in bytes.</summary>
    public long InflatedBytes { get; init; } = 96 * 1024 * 1024;

    /// <summary>
    /// The maximum ratio of the text that is read, in bytes of UTF-16, to the size of the file, if the text is larger than <see
    /// cref="RatioCheckedFromBytes"/>.
    /// </summary>
    public int InflationRatio { get; init; } = 200;

    /// <summary>The size of the text, in bytes of UTF-16, below which <see cref="InflationRatio"/> does not apply.</summary>
    public long RatioCheckedFromBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>The maximum number of parts in a package.</summary>
    public int Entries { get; init; } = 5_000;

    /// <summary>The maximum number of worksheets.</summary>
    public int Sheets { get; init; } = 200;

    /// <summary>The maximum number of non-empty rows in a sheet.</summary>
    public int RowsPerSheet { get; init; } = 100_000;

    /// <summary>The maximum number of non-empty cells in the workbook.</summary>
    public int Cells { get; init; } = 500_000;

    /// <summary>The maximum number of merged ranges in a sheet.</summary>
    public int MergesPerSheet { get; init; } = 20_000;

    /// <summary>
    /// The maximum length of the text of all cells together, in UTF-16 units. Text that cells share is counted for each of them.
    /// </summary>
    public long TotalText { get; init; } = 20_000_000;

    /// <summary>The maximum length of the text of a cell, in UTF-16 units.</summary>
    public int TextLength { get; init; } = 2_000_000;

    /// <summary>The maximum nesting depth of XML elements.</summary>
    public int Nesting { get; init; } = 64;
}
