namespace ReportGen.Templating;

/// <summary>Number types of the template language: int, long, BigInteger, float, double, decimal.</summary>
public static class Numbers
{
    /// <summary>Whether the plain value is a number.</summary>
    public static bool IsNumber(object? value) => IsWhole(value) || value is double or decimal or float;

    /// <summary>Whether the plain value is of a whole-number type.</summary>
    public static bool IsWhole(object? value) =>
        value is int or long or BigInteger or short or byte or sbyte or ushort or uint or ulong;

    /// <summary>The integer as the smallest of int, long, BigInteger that holds it, boxed.</summary>
    public static object Smallest(BigInteger value)
    {
        if (value >= int.MinValue && value <= int.MaxValue)
            return (int)value;
        return value >= long.MinValue && value <= long.MaxValue ? (long)value : value;
    }

    /// <summary>Any number as decimal; false where it is too large or no number.</summary>
    public static bool TryToDecimal(object? value, out decimal result)
    {
        result = 0;
        if (!IsNumber(value))
            return false;
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
    /// Divides two numbers as decimals, where Scriban divides whole numbers that do not come out even as doubles; a whole result
    /// of whole numbers stays whole.
    /// </summary>
    /// <returns>False where this is no division of numbers that a decimal holds.</returns>
    /// <exception cref="TemplateException">The divisor is zero.</exception>
    internal static bool TryDivide(SourceSpan span, ScriptBinaryOperator op, object? left, object? right, out object? quotient)
    {
        quotient = null;
        if (op is not (ScriptBinaryOperator.Divide or ScriptBinaryOperator.DivideRound or ScriptBinaryOperator.Modulus)
            || !TryToDecimal(left, out var a) || !TryToDecimal(right, out var b))
            return false;
        if (b == 0)
            throw new TemplateException(span, Messages.DivisionByZero());
        if (op is ScriptBinaryOperator.Divide)
            quotient = IsWhole(left) && IsWhole(right) && a % b == 0 ? Smallest(new BigInteger(a / b)) : a / b;
        return quotient is not null;
    }
}
