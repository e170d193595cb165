using System.Globalization;

namespace ReportGen.Benchmarks;

/// <summary>A measured value with its floor and its goal.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">Its unit, such as <c>ms</c>.</param>
/// <param name="Floor">
/// The value of the minimal implementation of the same work, in the same unit; null if the goal is absolute.
/// </param>
/// <param name="Goal">The limit of the ratio to the floor; without a floor, of the value.</param>
/// <param name="MoreIsBetter">Whether the goal is a minimum instead of a maximum.</param>
public sealed record Measurement(string Name, double Value, string Unit, double? Floor, double Goal, bool MoreIsBetter = false)
{
    /// <summary>The value divided by its floor; null without a floor.</summary>
    public double? Ratio => Value / Floor;

    /// <summary>Whether the goal is met.</summary>
    public bool IsMet => MoreIsBetter ? (Ratio ?? Value) >= Goal : (Ratio ?? Value) <= Goal;

    /// <summary>Returns the cells of the table: name, value, floor, ratio, goal, met.</summary>
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
