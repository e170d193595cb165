namespace ReportGen.Model;

/// <summary>What a figure may be, and how it is written.</summary>
/// <param name="MaxDecimals">How many decimals are allowed: 0 means a whole number. Range 0 to 10.</param>
/// <param name="AllowNegative">Whether a value below zero is allowed (a change against last year, say).</param>
/// <param name="Unit">The unit as printed, such as <c>万元</c>; null where figures are counts.</param>
public sealed record NumberForm(int MaxDecimals = 0, bool AllowNegative = false, string? Unit = null)
{
    /// <summary>A count: whole and not negative.</summary>
    public static NumberForm Count { get; } = new();

    /// <summary>A figure in plain digits: a point, no separators, no trailing zeros, at most ten decimals.</summary>
    public static string Write(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>Whether a figure may be <paramref name="number"/>.</summary>
    public bool Allows(decimal number) => (AllowNegative || number >= 0) && decimal.Round(number, MaxDecimals) == number;
}
