namespace ReportGen.Templating.Functions.Figures;

/// <summary>Numbers as text in the way reports print them, the same under every culture.</summary>
internal static class FigureText
{
    /// <summary>The largest number of digits after the point that any figure is printed with.</summary>
    public const int MaximumDigits = 15;

    /// <summary>The number with thousands separators; with a null <paramref name="digits"/> its own digits are kept.</summary>
    public static string Group(decimal value, int? digits) => digits is { } count
        ? Round(value, count).ToString($"N{count}", CultureInfo.InvariantCulture)
        : value.ToString("#,##0.############################", CultureInfo.InvariantCulture);

    /// <summary>The number with exactly so many digits after the point and no separators; halves go away from zero.</summary>
    public static string Fixed(decimal value, int digits) =>
        Round(value, digits).ToString($"F{digits}", CultureInfo.InvariantCulture);

    /// <summary>The number with its own digits, without zeroes at the end.</summary>
    public static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The number with at most so many digits after the point, without zeroes at the end.</summary>
    public static string AtMost(decimal value, int digits) => Plain(Round(value, digits));

    /// <summary>Rounds as people do: halves away from zero. A result of zero has no sign.</summary>
    public static decimal Round(decimal value, int digits)
    {
        var rounded = Math.Round(value, digits, MidpointRounding.AwayFromZero);
        return rounded == 0 ? 0 : rounded;
    }
}
