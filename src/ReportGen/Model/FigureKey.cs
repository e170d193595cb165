namespace ReportGen.Model;

/// <summary>A figure's place in the tables of a kind.</summary>
/// <param name="Table">The table's id.</param>
/// <param name="Row">The row's id.</param>
/// <param name="Column">The column's id.</param>
public readonly record struct FigureKey(string Table, string Row, string Column);
