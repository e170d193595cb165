namespace ReportGen.Model;

/// <summary>The values that a figure may have, and its unit.</summary>
/// <param name="MaxDecimals">The maximum number of decimals, 0 (a whole number) to 10.</param>
/// <param name="AllowNegative">Whether negative values are allowed, as for a change against last year.</param>
/// <param name="Unit">The unit as printed, such as <c>万元</c>; null for counts.</param>
public sealed record NumberFormat(int MaxDecimals = 0, bool AllowNegative = false, string? Unit = null)
{
    private const int MaxAddendsWithZeros = 9;

    /// <summary>A count: whole and not negative, without a unit.</summary>
    public static NumberFormat Count { get; } = new();

    /// <summary>Formats a figure: decimal point, no separators, no trailing zeros, at most ten decimals.</summary>
    public static string Write(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>
    /// Formats addends as <c>3+4-1</c>. Of more than nine addends, zeros are omitted; <c>0</c> if none remains.
    /// </summary>
    public static string WriteSum(IEnumerable<decimal> addends)
    {
        var all = addends.ToArray();
        var shown = all.Length > MaxAddendsWithZeros ? [.. all.Where(n => n != 0)] : all;
        return shown.Length == 0 ? "0" : string.Join('+', shown.Select(Write)).Replace("+-", "-", StringComparison.Ordinal);
    }

    /// <summary>Whether <paramref name="number"/> is allowed.</summary>
    public bool Allows(decimal number) => (AllowNegative || number >= 0) && decimal.Round(number, MaxDecimals) == number;
}
