using System.Text.RegularExpressions;
using ReportGen.Model;

namespace ReportGen.Workbooks.Mapping;

/// <summary>
/// Reads a number with a unit, such as <c>251000元</c> or <c>12件</c>, to suggest the figure that the cell should hold.
/// </summary>
internal static partial class Quantity
{
    private const int MaxLength = 40;

    /// <summary>Measure words after a count.</summary>
    private static readonly HashSet<string> s_counters = ["件", "个", "次", "宗", "项", "份", "条", "起", "人", "部", "例"];

    /// <summary>
    /// The figure in the unit of its format, rounded to its decimals: 25.1 for <c>251000元</c> in units of <c>万元</c>. Null if
    /// the text is no such quantity, or the figure is not allowed.
    /// </summary>
    public static decimal? Read(string text, NumberFormat format)
    {
        var plain = PlainText.Of(text, MaxLength);
        if (plain is "零" or "〇") return 0;
        var match = NumberWithUnit().Match(plain);
        if (!match.Success || FigureCellReader.ParsePlain(match.Groups[1].Value) is not { } number) return null;
        var (scale, unit) = (match.Groups[2].Value, match.Groups[3].Value);
        var own = ScaledUnit().Match(format.Unit ?? "");
        var isSame = unit.Length == 0 ? scale.Length > 0 : unit == own.Groups[2].Value;
        if (!isSame && !(format.Unit is null && s_counters.Contains(unit))) return null;
        try
        {
            var exact = number * Power(scale) / Power(own.Groups[1].Value);
            var figure = decimal.Round(exact, format.MaxDecimals);
            var isNear = format.MaxDecimals == 0 ? figure == exact : figure != 0 || exact == 0;
            return isNear && format.Allows(figure) ? figure : null;
        }
        catch (OverflowException)
        {
            // No suggestion for a number beyond all real figures.
            return null;
        }
    }

    private static decimal Power(string scale) => scale.Aggregate(1m, (power, c) => power * c switch
    {
        '十' => 10, '百' => 100, '千' => 1_000, '万' => 10_000, '亿' => 100_000_000, _ => 1,
    });

    [GeneratedRegex(@"^([+\-]?[0-9][0-9,.]*)([十百千万亿]{0,2})(\p{L}{0,3})$")]
    private static partial Regex NumberWithUnit();

    [GeneratedRegex(@"^([十百千万亿]{0,2})(.*)$")]
    private static partial Regex ScaledUnit();
}
