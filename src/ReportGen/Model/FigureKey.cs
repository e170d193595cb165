namespace ReportGen.Model;

/// <summary>Identifies a figure in the tables of a kind.</summary>
/// <param name="Table">The table's id.</param>
/// <param name="Row">The row's id.</param>
/// <param name="Column">The column's id.</param>
public readonly record struct FigureKey(string Table, string Row, string Column);
