using System.Diagnostics.CodeAnalysis;

namespace ReportGen.Templating;

/// <summary>
/// Converts and divides the number types of the template language: int, long, BigInteger, float, double, decimal.
/// </summary>
public static class Numbers
{
    /// <summary>The integer as the smallest of int, long, BigInteger that holds it, boxed.</summary>
    /// <param name="value">The integer.</param>
    public static object Smallest(BigInteger value)
    {
        if (value >= int.MinValue && value <= int.MaxValue) return (int)value;
        return value >= long.MinValue && value <= long.MaxValue ? (long)value : value;
    }

    /// <summary>Whether a plain value is a number.</summary>
    internal static bool IsNumber(object? value) => IsWhole(value) || value is double or decimal or float;

    /// <summary>Converts any number to decimal; false if it is too large or not a number.</summary>
    internal static bool TryToDecimal(object? value, out decimal result)
    {
        result = 0;
        return IsNumber(value) && TryCompute(
            () => value is BigInteger big ? (decimal)big : Convert.ToDecimal(value, CultureInfo.InvariantCulture), out result);
    }

    /// <summary>The result of a calculation; false if it overflows.</summary>
    internal static bool TryCompute<T>(Func<T> compute, [MaybeNullWhen(false)] out T result)
    {
        try
        {
            result = compute();
            return true;
        }
        catch (OverflowException)
        {
            result = default;
            return false;
        }
    }

    /// <summary>
    /// Divides two numbers as decimals. Scriban would divide integers with a remainder as doubles. The quotient of integers
    /// that divide evenly stays an integer.
    /// </summary>
    /// <returns>The quotient; null if this is not a division of numbers within the range of decimal.</returns>
    /// <exception cref="TemplateException">The divisor is zero.</exception>
    internal static object? Quotient(SourceSpan span, ScriptBinaryOperator op, object? left, object? right)
    {
        var divides = op is ScriptBinaryOperator.Divide or ScriptBinaryOperator.DivideRound or ScriptBinaryOperator.Modulus;
        if (!divides || !TryToDecimal(left, out var a) || !TryToDecimal(right, out var b)) return null;
        if (b == 0) throw new TemplateException(span, Messages.DivisionByZero());
        if (op is not ScriptBinaryOperator.Divide) return null;
        return IsWhole(left) && IsWhole(right) && a % b == 0 ? Smallest(new BigInteger(a / b)) : a / b;
    }

    private static bool IsWhole(object? value) =>
        value is int or long or BigInteger or short or byte or sbyte or ushort or uint or ulong;
}
