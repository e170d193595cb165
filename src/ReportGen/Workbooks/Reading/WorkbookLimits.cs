namespace ReportGen.Workbooks.Reading;

/// <summary>How much of a workbook is read before it is refused. The defaults are far above any honest report.</summary>
public sealed record WorkbookLimits
{
    /// <summary>The defaults.</summary>
    public static WorkbookLimits Default { get; } = new();

    /// <summary>The largest file, in bytes.</summary>
    public long FileBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The most bytes that all parts read may inflate to.</summary>
    public long InflatedBytes { get; init; } = 96 * 1024 * 1024;

    /// <summary>How many times larger than its packed form a part may grow, once it has passed <see cref="RatioFreeBytes"/>.</summary>
    public int InflationRatio { get; init; } = 200;

    /// <summary>The size in bytes below which a part's ratio does not matter.</summary>
    public long RatioFreeBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>The most parts in a package.</summary>
    public int Entries { get; init; } = 5_000;

    /// <summary>The most worksheets.</summary>
    public int Sheets { get; init; } = 200;

    /// <summary>The most rows with content in a sheet.</summary>
    public int RowsPerSheet { get; init; } = 100_000;

    /// <summary>The most cells with content in the workbook.</summary>
    public int Cells { get; init; } = 500_000;

    /// <summary>The most merged ranges in a sheet.</summary>
    public int MergesPerSheet { get; init; } = 20_000;

    /// <summary>The longest text of a cell, in UTF-16 units.</summary>
    public int TextLength { get; init; } = 2_000_000;

    /// <summary>How deep XML elements may nest.</summary>
    public int Nesting { get; init; } = 64;
}
