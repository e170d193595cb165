namespace ReportGen.Diagnostics;

/// <summary>A cell of a workbook, as formulas and links name it.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Address">The cell.</param>
public readonly record struct CellReference(string Sheet, CellAddress Address)
{
    /// <summary>A sheet's name in single quotes, safe in front of <c>!</c>.</summary>
    public static string Quote(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The reference, such as <c>'三、依申请公开'!D5</c>.</summary>
    public override string ToString() => $"{Quote(Sheet)}!{Address}";
}
