namespace ReportGen.Templating;

/// <summary>Number types of the template language: int, long, BigInteger, float, double, decimal.</summary>
public static class Numbers
{
    /// <summary>Whether the plain value is a number.</summary>
    public static bool IsNumber(object? value) => IsWhole(value) || value is double or decimal or float;

    /// <summary>Whether the plain value is of a whole-number type.</summary>
    public static bool IsWhole(object? value) => value is int or long or BigInteger or short or byte or sbyte or ushort or uint or ulong;

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
}
