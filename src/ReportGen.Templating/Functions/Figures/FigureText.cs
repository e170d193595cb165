namespace ReportGen.Templating.Functions.Figures;

/// <summary>Formats numbers as reports print them, independent of culture.</summary>
internal static class FigureText
{
    /// <summary>The largest number of decimals of a printed figure.</summary>
    public const int MaximumDigits = 15;

    /// <summary>The number with thousands separators; if <paramref name="digits"/> is null, with its own decimals.</summary>
    public static string Group(decimal value, int? digits) => digits is { } count
        ? Round(value, count).ToString($"N{count}", CultureInfo.InvariantCulture)
        : value.ToString("#,##0.############################", CultureInfo.InvariantCulture);

    /// <summary>The number with exactly that many decimals and no separators; halves are rounded away from zero.</summary>
    public static string Fixed(decimal value, int digits) =>
        Round(value, digits).ToString($"F{digits}", CultureInfo.InvariantCulture);

    /// <summary>The number with its own decimals, without trailing zeros.</summary>
    public static string Plain(decimal value, CultureInfo? culture = null) =>
        value.ToString("0.############################", culture ?? CultureInfo.InvariantCulture);

    /// <summary>The number with at most that many decimals, without trailing zeros.</summary>
    public static string AtMost(decimal value, int digits) => Plain(Round(value, digits));

    /// <summary>Rounds halves away from zero. A result of zero has no sign.</summary>
    public static decimal Round(decimal value, int digits)
    {
        var rounded = Math.Round(value, digits, MidpointRounding.AwayFromZero);
        return rounded == 0 ? 0 : rounded;
    }
}
