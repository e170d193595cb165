using Scriban.Syntax;

namespace ReportGen.Bindings;

/// <summary>
/// What prose may hold of the template language: references to figures, arithmetic, calls of pure functions. Prose comes from
/// strangers, so whatever is not allowed here is refused, before it is parsed where the parser itself would take long.
/// </summary>
internal static class ProseSyntax
{
    private const int MaxText = 32_767, MaxReference = 500, MaxDigits = 30, MaxBraces = 3, MaxNodes = 200;

    /// <summary>The characters of the first excess in a text: of its length, of a reference (also one that is not closed), of braces or digits in a row; null where there is none.</summary>
    public static TextSpan? FindExcess(string text)
    {
        if (text.Length > MaxText) return new TextSpan(MaxText, 1);
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", at, StringComparison.Ordinal))
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

    /// <summary>Whether a statement is an expression of allowed nodes only, and not too many.</summary>
    public static bool IsReference(ScriptStatement statement)
    {
        if (statement is not ScriptExpressionStatement { Expression: { } expression }) return false;
        var open = new Stack<ScriptNode>([expression]);
        for (var nodes = 0; open.TryPop(out var node); nodes++)
        {
            if (nodes > MaxNodes || !IsAllowed(node)) return false;
            for (var i = 0; i < node.ChildrenCount; i++)
            {
                if (node.GetChildren(i) is { } child)
                    open.Push(child);
            }
        }

        return true;
    }

    private static bool IsAllowed(ScriptNode node) => node switch
    {
        ScriptUnaryExpression unary => unary.Operator is ScriptUnaryOperator.Negate or ScriptUnaryOperator.Plus or ScriptUnaryOperator.Not,
        ScriptBinaryExpression binary => binary.Operator is not (ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude
            or ScriptBinaryOperator.ShiftLeft or ScriptBinaryOperator.ShiftRight or ScriptBinaryOperator.Power),
        _ => node is ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression or ScriptLiteral or ScriptNestedExpression
            or ScriptConditionalExpression or ScriptFunctionCall or ScriptNamedArgument or ScriptPipeCall or ScriptToken or ScriptList
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
