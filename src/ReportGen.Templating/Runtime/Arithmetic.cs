using System.Numerics;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Runtime;

/// <summary>
/// Operators on two numbers. Integers stay exact and grow as needed; a division that does not come out even, or a side
/// with decimal places, is decimal where the context says so and double otherwise.
/// </summary>
internal static class Arithmetic
{
    private const long LargestInteger = 1 << 16;

    public static object? Evaluate(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right)
    {
        var result = left is int a && right is int b
            ? OfLongs(op, a, b)
            : Numbers.IsInteger(left) && Numbers.IsInteger(right) ? OfIntegers(context, span, op, left, right) : null;
        result ??= OfFractions(context, span, op, left, right);
        return result ?? throw BinaryOperations.NotSupported(context, span, op, left, right);
    }

    /// <summary>Null where the result is no integer, or not defined.</summary>
    private static object? OfLongs(ScriptBinaryOperator op, long left, long right) => op switch
    {
        ScriptBinaryOperator.Add => Numbers.Smallest(left + right),
        ScriptBinaryOperator.Subtract => Numbers.Smallest(left - right),
        ScriptBinaryOperator.Multiply => Numbers.Smallest(left * right),
        ScriptBinaryOperator.Divide => right != 0 && left % right == 0 ? Numbers.Smallest(left / right) : null,
        ScriptBinaryOperator.DivideRound => right == 0 ? null : Numbers.Smallest(left / right),
        ScriptBinaryOperator.Modulus => right == 0 ? null : Numbers.Smallest(left % right),
        ScriptBinaryOperator.BinaryAnd => Numbers.Smallest(left & right),
        ScriptBinaryOperator.ShiftLeft or ScriptBinaryOperator.ShiftRight => Shift(op, left, right),
        _ => BinaryOperations.Holds(op, left.CompareTo(right)),
    };

    private static object? OfIntegers(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object leftValue, object rightValue)
    {
        var left = Numbers.ToBigInteger(leftValue);
        var right = Numbers.ToBigInteger(rightValue);
        context.Charge(span, left.GetByteCount() + right.GetByteCount());
        if (left.GetBitLength() + right.GetBitLength() > LargestInteger)
            throw new ScriptRuntimeException(span, RuntimeMessages.NumberTooLarge());
        return op switch
        {
            ScriptBinaryOperator.Add => Numbers.Smallest(left + right),
            ScriptBinaryOperator.Subtract => Numbers.Smallest(left - right),
            ScriptBinaryOperator.Multiply => Numbers.Smallest(left * right),
            ScriptBinaryOperator.Divide => !right.IsZero && (left % right).IsZero ? Numbers.Smallest(left / right) : null,
            ScriptBinaryOperator.DivideRound => right.IsZero ? null : Numbers.Smallest(left / right),
            ScriptBinaryOperator.Modulus => right.IsZero ? null : Numbers.Smallest(left % right),
            ScriptBinaryOperator.BinaryAnd => Numbers.Smallest(left & right),
            ScriptBinaryOperator.ShiftLeft or ScriptBinaryOperator.ShiftRight => Shift(op, left, right),
            _ => BinaryOperations.Holds(op, left.CompareTo(right)),
        };
    }

    private static object? Shift(ScriptBinaryOperator op, BigInteger left, BigInteger right)
    {
        if (right < 0 || right > 1024)
            return null;
        return Numbers.Smallest(op == ScriptBinaryOperator.ShiftLeft ? left << (int)right : left >> (int)right);
    }

    private static object? OfFractions(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right)
    {
        var exact = context.UseDecimals || left is decimal || right is decimal;
        if (op is ScriptBinaryOperator.DivideRound or ScriptBinaryOperator.Modulus && IsZero(right)
            || (exact && op == ScriptBinaryOperator.Divide && IsZero(right)))
            throw new ScriptRuntimeException(span, RuntimeMessages.DivisionByZero());
        if (exact && Numbers.TryToDecimal(left, out var a) && Numbers.TryToDecimal(right, out var b)
            && TryDecimals(op, a, b, out var result))
            return result;
        if (!(left is double || right is double) && (left is float || right is float)
            && OfDoubles(op, Numbers.ToDouble(left), Numbers.ToDouble(right)) is double single)
            return (float)single;
        return OfDoubles(op, Numbers.ToDouble(left), Numbers.ToDouble(right));
    }

    private static bool IsZero(object value) => value is BigInteger big ? big.IsZero : Numbers.ToDouble(value) == 0;

    private static bool TryDecimals(ScriptBinaryOperator op, decimal left, decimal right, out object? result)
    {
        try
        {
            result = OfDecimals(op, left, right);
            return true;
        }
        catch (OverflowException)
        {
            result = null;
            return false;
        }
    }

    private static object? OfDecimals(ScriptBinaryOperator op, decimal left, decimal right) => op switch
    {
        ScriptBinaryOperator.Add => left + right,
        ScriptBinaryOperator.Subtract => left - right,
        ScriptBinaryOperator.Multiply => left * right,
        ScriptBinaryOperator.Divide => left / right,
        ScriptBinaryOperator.DivideRound => decimal.Round(left / right, MidpointRounding.AwayFromZero),
        ScriptBinaryOperator.Modulus => left % right,
        _ when ScriptBinaryOperators.Compares(op) => BinaryOperations.Holds(op, left.CompareTo(right)),
        _ => null,
    };

    private static object? OfDoubles(ScriptBinaryOperator op, double left, double right) => op switch
    {
        ScriptBinaryOperator.Add => left + right,
        ScriptBinaryOperator.Subtract => left - right,
        ScriptBinaryOperator.Multiply => left * right,
        ScriptBinaryOperator.Divide => left / right,
        ScriptBinaryOperator.DivideRound => Math.Round(left / right),
        ScriptBinaryOperator.Modulus => left % right,
        ScriptBinaryOperator.CompareEqual => left == right,
        ScriptBinaryOperator.CompareNotEqual => left != right,
        _ when ScriptBinaryOperators.Compares(op) =>
            !double.IsNaN(left) && !double.IsNaN(right) && BinaryOperations.Holds(op, left.CompareTo(right)),
        _ => null,
    };
}
