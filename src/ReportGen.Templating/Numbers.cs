namespace ReportGen.Templating;

/// <summary>
/// Converts and divides the number types of the template language: int, long, BigInteger, float, double, decimal.
/// </summary>
public static class Numbers
{
    /// <summary>Whether a plain value is a number.</summary>
    public static bool IsNumber(object? value) => IsWhole(value) || value is double or decimal or float;

    /// <summary>Whether a plain value has an integer type.</summary>
    public static bool IsWhole(object? value) =>
        value is int or long or BigInteger or short or byte or sbyte or ushort or uint or ulong;

    /// <summary>The integer as the smallest of int, long, BigInteger that holds it, boxed.</summary>
    public static object Smallest(BigInteger value)
    {
        if (value >= int.MinValue && value <= int.MaxValue) return (int)value;
        return value >= long.MinValue && value <= long.MaxValue ? (long)value : value;
    }

    /// <summary>Converts any number to decimal; false if it is too large or not a number.</summary>
    public static bool TryToDecimal(object? value, out decimal result)
    {
        result = 0;
        if (!IsNumber(value)) return false;
        try
        {
            result = value is BigInteger big ? (decimal)big : Convert.ToDecimal(value, CultureInfo.InvariantCulture);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>
    /// Divides two numbers as decimals. Scriban would divide integers with a remainder as doubles. The quotient of integers
    /// that divide evenly stays an integer.
    /// </summary>
    /// <returns>False if this is not a division of numbers within the range of decimal.</returns>
    /// <exception cref="TemplateException">The divisor is zero.</exception>
    internal static bool TryDivide(SourceSpan span, ScriptBinaryOperator op, object? left, object? right, out object? quotient)
    {
        quotient = null;
        if (op is not (ScriptBinaryOperator.Divide or ScriptBinaryOperator.DivideRound or ScriptBinaryOperator.Modulus)
            || !TryToDecimal(left, out var a) || !TryToDecimal(right, out var b))
        {
            return false;
        }

        if (b == 0) throw new TemplateException(span, Messages.DivisionByZero());
        if (op is ScriptBinaryOperator.Divide)
            quotient = IsWhole(left) && IsWhole(right) && a % b == 0 ? Smallest(new BigInteger(a / b)) : a / b;
        return quotient is not null;
    }
}
