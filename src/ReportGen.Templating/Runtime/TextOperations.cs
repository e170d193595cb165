using System.Text;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Runtime;

/// <summary>Operators where a side is text: joining, repeating, comparing. The other side counts as it prints.</summary>
internal static class TextOperations
{
    public static object? Evaluate(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right)
    {
        if (op == ScriptBinaryOperator.Add)
            return Join(context, span, left, right);
        if (op == ScriptBinaryOperator.Multiply && Numbers.IsNumber(right))
            return Repeat(context, span, left, context.ToInt(span, right));
        if (op == ScriptBinaryOperator.Multiply && Numbers.IsNumber(left))
            return Repeat(context, span, right, context.ToInt(span, left));
        if (!ScriptBinaryOperators.Compares(op))
            throw BinaryOperations.NotSupported(context, span, op, left, right);
        return BinaryOperations.Holds(
            op, string.CompareOrdinal(context.ObjectToString(left), context.ObjectToString(right)));
    }

    private static object Join(TemplateContext context, SourceSpan span, object left, object right)
    {
        if (context.EnableHtmlEscape && (left is HtmlString || right is HtmlString))
            return new HtmlString(Add(context, span, HtmlEscaper.AsHtml(context, left), HtmlEscaper.AsHtml(context, right)));
        return Add(context, span, context.ObjectToString(left), context.ObjectToString(right));
    }

    private static string Add(TemplateContext context, SourceSpan span, string left, string right)
    {
        context.CheckStringLength(span, (long)left.Length + right.Length);
        return left + right;
    }

    private static object Repeat(TemplateContext context, SourceSpan span, object text, int times) => text is HtmlString html
        ? new HtmlString(Repeat(context, span, html.Html, times))
        : Repeat(context, span, (string)text, times);

    private static string Repeat(TemplateContext context, SourceSpan span, string text, int times)
    {
        if (times <= 0)
            return "";
        context.CheckStringLength(span, (long)text.Length * times);
        return new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
    }
}
