using System.Globalization;
using System.Numerics;

namespace ReportGen.Templating.Runtime;

/// <summary>Number kinds of the language: int, long, BigInteger, float, double, decimal.</summary>
public static class Numbers
{
    /// <summary>Whether the plain value is a number.</summary>
    public static bool IsNumber(object? value) => IsInteger(value) || IsFraction(value);

    /// <summary>Whether the plain value is a whole-number kind.</summary>
    public static bool IsInteger(object? value) =>
        value is int or long or BigInteger or short or byte or sbyte or ushort or uint or ulong;

    /// <summary>Whether the plain value is a kind with decimal places.</summary>
    public static bool IsFraction(object? value) => value is double or decimal or float;

    /// <summary>The integer as the smallest of int, long, BigInteger that holds it, boxed.</summary>
    public static object Smallest(BigInteger value)
    {
        if (value >= int.MinValue && value <= int.MaxValue)
            return (int)value;
        return value >= long.MinValue && value <= long.MaxValue ? (object)(long)value : value;
    }

    /// <summary>The integer as int where it fits, otherwise long, boxed.</summary>
    public static object Smallest(long value) =>
        value is >= int.MinValue and <= int.MaxValue ? (object)(int)value : value;

    /// <summary>Any whole-number kind as BigInteger.</summary>
    public static BigInteger ToBigInteger(object value) => value switch
    {
        BigInteger big => big,
        int small => small,
        long middle => middle,
        ulong unsigned => unsigned,
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Any number as double.</summary>
    public static double ToDouble(object value) => value switch
    {
        double number => number,
        int number => number,
        BigInteger number => (double)number,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Any number as decimal; false where it is too large or not a number.</summary>
    public static bool TryToDecimal(object value, out decimal result)
    {
        try
        {
            result = value switch
            {
                decimal number => number,
                BigInteger number => (decimal)number,
                _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            };
            return true;
        }
        catch (OverflowException)
        {
            result = 0;
            return false;
        }
    }
}
