namespace ReportGen.Templating.Functions.Figures;

/// <summary>Describes the change from the figure of an earlier period, in words.</summary>
internal static class FigureChange
{
    /// <summary>增长, 下降 or 持平.</summary>
    public static string Verb(decimal current, decimal earlier) => Choose(current, earlier, "增长", "下降");

    /// <summary>
    /// The change in percent of the earlier figure: 增长1.05%, 下降3.20%, 持平. If a percentage has no meaning (the earlier
    /// figure is zero or negative, or the quotient overflows), the difference: 增加12件.
    /// </summary>
    public static string Describe(decimal current, decimal earlier, int digits, string unit)
    {
        if (current == earlier) return "持平";
        if (earlier <= 0 || !Numbers.TryCompute(() => Math.Abs(current - earlier) / earlier * 100, out var percentage))
            return Difference(current, earlier, unit);
        var smallest = new decimal(1, 0, 0, isNegative: false, scale: (byte)digits);
        return percentage < smallest / 2
            ? $"{Verb(current, earlier)}不足{FigureText.Fixed(smallest, digits)}%"
            : $"{Verb(current, earlier)}{FigureText.Fixed(percentage, digits)}%";
    }

    /// <summary>The difference in the unit of the figures: 增加12件, 减少3件, 持平.</summary>
    public static string Difference(decimal current, decimal earlier, string unit)
    {
        if (current == earlier) return "持平";
        var isKnown = Numbers.TryCompute(() => Math.Abs(current - earlier), out var amount);
        return Choose(current, earlier, "增加", "减少") + (isKnown ? FigureText.Plain(amount) + unit : "");
    }

    private static string Choose(decimal current, decimal earlier, string up, string down) =>
        current == earlier ? "持平" : current > earlier ? up : down;
}
