namespace ReportGen.Diagnostics;

/// <summary>A cell of a workbook, for use in formulas and links.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Address">The cell.</param>
public readonly record struct CellReference(string Sheet, CellAddress Address)
{
    /// <summary>A sheet's name in single quotes, escaped for use before <c>!</c>.</summary>
    public static string Quote(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The reference, such as <c>'三、依申请公开'!D5</c>.</summary>
    public override string ToString() => $"{Quote(Sheet)}!{Address}";
}
