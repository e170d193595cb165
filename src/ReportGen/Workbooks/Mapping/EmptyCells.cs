namespace ReportGen.Workbooks.Mapping;

/// <summary>What the empty cells of a table mean.</summary>
/// <param name="CountAsZero">Whether they count as 0. If not, each is an error.</param>
/// <param name="Field">The field in which that can be declared; null if it cannot.</param>
/// <param name="Value">The content of that line which declares it.</param>
internal sealed record EmptyCells(bool CountAsZero, string? Field, string Value)
{
    /// <summary>Every empty cell is an error.</summary>
    public static EmptyCells Error { get; } = new(false, null, "");

    /// <summary>How to correct empty cells. Only of several cells is it likely that all of them mean 0.</summary>
    public LocalizedText Remedy(int count) => Field is null || count == 1
        ? new("没有发生的填 0。", "Enter 0 if nothing occurred.")
        : new($"没有发生的填 0；各表空着的格子都表示 0 的，也可以在封面“{Field}”一行填“{Value}”。",
            $"Enter 0 if nothing occurred; if every empty cell of the tables means 0, the line “{Field}” of the cover can say "
                + $"“{Value}” instead.");
}
