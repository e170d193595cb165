using Scriban.Syntax;

namespace ReportGen.Bindings;

/// <summary>
/// The subset of the template language that prose may use: references to figures, arithmetic, calls of pure functions. Prose is
/// untrusted, so anything else is rejected; input on which the parser would be slow is rejected before parsing.
/// </summary>
internal static class ProseSyntax
{
    private const int MaxText = 32_767, MaxReference = 500, MaxDigits = 30, MaxBraces = 3, MaxNodes = 200;

    /// <summary>
    /// The first span that exceeds a limit: of the text's length, of an expression (also an unclosed one), of consecutive
    /// braces or digits; null if none.
    /// </summary>
    public static TextSpan? FindExcess(string text)
    {
        if (text.Length > MaxText) return new TextSpan(MaxText, 1);
        for (var at = text.IndexOf("{{", StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf("{{", at, StringComparison.Ordinal))
        {
            var close = text.IndexOf("}}", at, StringComparison.Ordinal);
            if (close < 0 && !text.Contains("{%", StringComparison.Ordinal))
                return new TextSpan(at, Math.Min(MaxReference, text.Length - at));
            var end = close < 0 ? text.Length : close;
            if (end - at > MaxReference || HasLongRun(text.AsSpan(at, end - at)))
                return new TextSpan(at, Math.Min(MaxReference, end - at));
            at = end;
        }

        return null;
    }

    /// <summary>Whether a statement is an expression of allowed nodes only, and of limited size.</summary>
    public static bool IsReference(ScriptStatement statement)
    {
        if (statement is not ScriptExpressionStatement { Expression: { } expression }) return false;
        var open = new Stack<ScriptNode>([expression]);
        for (var nodes = 0; open.TryPop(out var node); nodes++)
        {
            if (nodes > MaxNodes || !IsAllowed(node)) return false;
            for (var i = 0; i < node.ChildrenCount; i++)
            {
                if (node.GetChildren(i) is { } child) open.Push(child);
            }
        }

        return true;
    }

    private static bool IsAllowed(ScriptNode node) => node switch
    {
        ScriptUnaryExpression unary =>
            unary.Operator is ScriptUnaryOperator.Negate or ScriptUnaryOperator.Plus or ScriptUnaryOperator.Not,
        ScriptBinaryExpression binary =>
            binary.Operator is not (ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude
            or ScriptBinaryOperator.ShiftLeft or ScriptBinaryOperator.ShiftRight or ScriptBinaryOperator.Power),
        _ => node is ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression or ScriptLiteral
            or ScriptNestedExpression
            or ScriptConditionalExpression or ScriptFunctionCall or ScriptNamedArgument or ScriptPipeCall or ScriptToken
            or ScriptList
            or ScriptIsEmptyExpression or ScriptArrayInitializerExpression or ScriptKeyword,
    };

    private static bool HasLongRun(ReadOnlySpan<char> reference)
    {
        var (braces, digits) = (0, 0);
        foreach (var c in reference)
        {
            braces = c == '{' ? braces + 1 : 0;
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (braces > MaxBraces || digits > MaxDigits) return true;
        }

        return false;
    }
}
