namespace ReportGen.Model;

/// <summary>The values that a figure may have, and its unit.</summary>
/// <param name="MaxDecimals">The maximum number of decimals, 0 (a whole number) to 10.</param>
/// <param name="AllowNegative">Whether negative values are allowed, as for a change against last year.</param>
/// <param name="Unit">The unit as printed, such as <c>万元</c>; null for counts.</param>
public sealed record NumberFormat(int MaxDecimals = 0, bool AllowNegative = false, string? Unit = null)
{
    /// <summary>A count: whole and not negative, without a unit.</summary>
    public static NumberFormat Count { get; } = new();

    /// <summary>Formats a figure: decimal point, no separators, no trailing zeros, at most ten decimals.</summary>
    public static string Write(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>Whether <paramref name="number"/> is allowed.</summary>
    public bool Allows(decimal number) => (AllowNegative || number >= 0) && decimal.Round(number, MaxDecimals) == number;
}
