using System.Globalization;
using System.Numerics;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

/// <summary>The library <c>math</c>. A null number gives null; whole numbers stay whole, decimals stay decimal.</summary>
public static partial class MathFunctions
{
    private const int MostDigits = 15;

    /// <summary>The number without its sign.</summary>
    public static object? Abs(TemplateContext context, SourceSpan span, object? value) =>
        Number(context, span, "math.abs", value) switch
        {
            null => null,
            decimal number => Math.Abs(number),
            double number => Math.Abs(number),
            float number => Math.Abs(number),
            var whole => Numbers.Smallest(BigInteger.Abs(Numbers.ToBigInteger(whole))),
        };

    /// <summary>The smallest whole number that is not less than the number.</summary>
    public static object? Ceil(TemplateContext context, SourceSpan span, object? value) =>
        Number(context, span, "math.ceil", value) switch
        {
            decimal number => Whole(Math.Ceiling(number)),
            double number => Math.Ceiling(number),
            float number => MathF.Ceiling(number),
            var whole => whole,
        };

    /// <summary>The largest whole number that is not more than the number.</summary>
    public static object? Floor(TemplateContext context, SourceSpan span, object? value) =>
        Number(context, span, "math.floor", value) switch
        {
            decimal number => Whole(Math.Floor(number)),
            double number => Math.Floor(number),
            float number => MathF.Floor(number),
            var whole => whole,
        };

    /// <summary>
    /// The number rounded to so many digits after the point, 0 to 15, none unless told. Halves go away from zero, as in
    /// school: 2.5 gives 3 and -2.5 gives -3.
    /// </summary>
    public static object? Round(TemplateContext context, SourceSpan span, object? value, int precision = 0)
    {
        if (precision is < 0 or > MostDigits)
            throw FunctionMessages.OutOfRange(span, "math.round", "precision", precision, 0, MostDigits);
        return Number(context, span, "math.round", value) switch
        {
            decimal number => Math.Round(number, precision, MidpointRounding.AwayFromZero),
            double number => RoundBinary(number, precision),
            float number => (float)RoundBinary(number, precision),
            var whole => whole,
        };
    }

    /// <summary>The number by a .NET format string such as <c>0.##</c>, <c>N2</c> or <c>X4</c>.</summary>
    public static string? Format(
        TemplateContext context, SourceSpan span, object? value, string? format, string? culture = null) =>
        Formats.Apply(context, span, "math.format", Number(context, span, "math.format", value), format, culture);

    /// <summary>Whether the value is a number; text never is.</summary>
    public static bool IsNumber(object? value) => Numbers.IsNumber(value);

    /// <summary>A new random UUID.</summary>
    public static string Uuid() => Guid.NewGuid().ToString();

    /// <summary>A random whole number from the least, included, to the most, left out.</summary>
    public static object Random(SourceSpan span, long minValue, long maxValue) => minValue <= maxValue
        ? Numbers.Smallest(System.Random.Shared.NextInt64(minValue, maxValue))
        : throw FunctionMessages.OutOfRange(span, "math.random", "min_value", minValue, long.MinValue, maxValue);

    private static object? Number(TemplateContext context, SourceSpan span, string function, object? value)
    {
        if (value is null || Numbers.IsNumber(value))
            return value;
        if (value is not string text)
            throw FunctionMessages.NotANumber(span, function, context.ObjectToString(value, true));
        if (int.TryParse(text, NumberStyles.Integer, context.CurrentCulture, out var whole))
            return whole;
        return StringFunctions.ToDouble(context, text) ?? throw FunctionMessages.NotANumber(span, function, text);
    }

    private static object Whole(decimal number) => Numbers.Smallest(new BigInteger(number));

    // Through decimal, because 2.675 as a binary number is a little less than the author wrote.
    private static double RoundBinary(double number, int precision) =>
        double.IsFinite(number) && Numbers.TryToDecimal(number, out var exact)
            ? (double)Math.Round(exact, precision, MidpointRounding.AwayFromZero)
            : number;
}
