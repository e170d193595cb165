using System.Globalization;

namespace ReportGen.Benchmarks;

/// <summary>One measured value beside its floor and its goal.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">Its unit, such as <c>ms</c>.</param>
/// <param name="Floor">What the bare machinery takes for the same work, in the same unit; null where the goal is absolute.</param>
/// <param name="Goal">The limit: of the ratio to the floor where there is one, else of the value.</param>
/// <param name="MoreIsBetter">Whether the goal is a least and not a most.</param>
public sealed record Measurement(string Name, double Value, string Unit, double? Floor, double Goal, bool MoreIsBetter = false)
{
    /// <summary>The value by its floor; null without a floor.</summary>
    public double? Ratio => Value / Floor;

    /// <summary>Whether the goal is met.</summary>
    public bool IsMet => MoreIsBetter ? (Ratio ?? Value) >= Goal : (Ratio ?? Value) <= Goal;

    /// <summary>The cells of the table: name, value, floor, ratio, goal, met.</summary>
    public IReadOnlyList<string> Cells =>
    [
        Name,
        $"{Number(Value)} {Unit}",
        Floor is { } floor ? $"{Number(floor)} {Unit}" : "",
        Ratio is { } ratio ? Number(ratio) : "",
        $"{(MoreIsBetter ? "≥" : "≤")} {Number(Goal)}{(Floor is null ? $" {Unit}" : " ×")}",
        IsMet ? "yes" : "NO",
    ];

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "0" : Math.Abs(value) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
