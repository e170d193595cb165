namespace ReportGen.Templating;

/// <summary>Exact division: Scriban divides whole numbers that do not come out even as doubles.</summary>
internal static class Quotients
{
    /// <summary>Divides two numbers as decimals; a whole result of whole numbers stays whole.</summary>
    /// <returns>False where this is no division of numbers that a decimal holds.</returns>
    /// <exception cref="TemplateException">The divisor is zero.</exception>
    public static bool TryDivide(SourceSpan span, ScriptBinaryOperator op, object? left, object? right, out object? quotient)
    {
        quotient = null;
        if (op is not (ScriptBinaryOperator.Divide or ScriptBinaryOperator.DivideRound or ScriptBinaryOperator.Modulus)
            || !Numbers.TryToDecimal(left, out var a) || !Numbers.TryToDecimal(right, out var b))
            return false;
        if (b == 0)
            throw new TemplateException(span, Messages.DivisionByZero());
        if (op is ScriptBinaryOperator.Divide)
            quotient = Numbers.IsWhole(left) && Numbers.IsWhole(right) && a % b == 0 ? Numbers.Smallest(new BigInteger(a / b)) : a / b;
        return quotient is not null;
    }
}
