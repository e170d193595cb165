using System.Numerics;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Functions;

public static partial class MathFunctions
{
    /// <summary>The sum, as <c>+</c> gives it; null where either is null.</summary>
    public static object? Plus(TemplateContext context, SourceSpan span, object? value, object? with) =>
        Calculate(context, span, "math.plus", ScriptBinaryOperator.Add, value, with);

    /// <summary>The difference, as <c>-</c> gives it; null where either is null.</summary>
    public static object? Minus(TemplateContext context, SourceSpan span, object? value, object? with) =>
        Calculate(context, span, "math.minus", ScriptBinaryOperator.Subtract, value, with);

    /// <summary>The product, as <c>*</c> gives it; null where either is null.</summary>
    public static object? Times(TemplateContext context, SourceSpan span, object? value, object? with) =>
        Calculate(context, span, "math.times", ScriptBinaryOperator.Multiply, value, with);

    /// <summary>The rest of the division, as <c>%</c> gives it; null where either is null.</summary>
    public static object? Modulo(TemplateContext context, SourceSpan span, object? value, object? with) =>
        Calculate(context, span, "math.modulo", ScriptBinaryOperator.Modulus, value, with);

    /// <summary>
    /// The quotient, as <c>/</c> gives it; by a whole number it is rounded down to a whole number. Null where either is null.
    /// </summary>
    public static object? DividedBy(TemplateContext context, SourceSpan span, object? value, object? divisor)
    {
        var dividend = Number(context, span, "math.divided_by", value);
        var by = Number(context, span, "math.divided_by", divisor);
        if (dividend is null || by is null)
            return null;
        if (!Numbers.IsInteger(by))
            return Calculate(context, span, "math.divided_by", ScriptBinaryOperator.Divide, dividend, by);
        if (Numbers.ToBigInteger(by).IsZero)
            throw FunctionMessages.DivisionByZero(span, "math.divided_by");
        return Numbers.IsInteger(dividend)
            ? FloorDivide(Numbers.ToBigInteger(dividend), Numbers.ToBigInteger(by))
            : WholeOf(Floor(context, span, Calculate(context, span, "math.divided_by", ScriptBinaryOperator.Divide, dividend, by)));
    }

    private static object? Calculate(
        TemplateContext context, SourceSpan span, string function, ScriptBinaryOperator op, object? value, object? with)
    {
        var left = Number(context, span, function, value);
        var right = Number(context, span, function, with);
        return left is null || right is null ? null : BinaryOperations.Evaluate(context, span, op, left, right);
    }

    private static object FloorDivide(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var rest);
        return Numbers.Smallest(rest.IsZero || rest.Sign == divisor.Sign ? quotient : quotient - 1);
    }

    private static object? WholeOf(object? number) =>
        number is double and > long.MinValue and < long.MaxValue ? Numbers.Smallest((long)(double)number) : number;
}
