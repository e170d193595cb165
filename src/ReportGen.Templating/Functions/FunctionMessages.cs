using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Functions;

/// <summary>What can go wrong in a built-in function, in both languages.</summary>
internal static class FunctionMessages
{
    private const int LongestQuotation = 40;

    public static ScriptRuntimeException OutOfRange(
        SourceSpan span, string function, string parameter, object value, object least, object most) => new(
        span,
        $"函数 {function} 的参数 {parameter} 应在 {least} 与 {most} 之间，现为 {value}。",
        $"The argument {parameter} of {function} must be between {least} and {most}, but it is {value}.");

    public static ScriptRuntimeException NotOneOf(
        SourceSpan span, string function, string value, IEnumerable<string> allowed) => new(
        span,
        $"函数 {function} 不认识“{Quote(value)}”，可用的有：{string.Join("、", allowed)}。",
        $"{function} does not know \"{Quote(value)}\"; it knows {string.Join(", ", allowed)}.");

    public static ScriptRuntimeException NotReadable(SourceSpan span, string function, string? text, string wanted) => new(
        span,
        $"函数 {function} 无法把“{Quote(text)}”读作 {wanted}。",
        $"{function} cannot read \"{Quote(text)}\" as {wanted}.");

    public static ScriptRuntimeException NotANumber(SourceSpan span, string function, string value) => new(
        span,
        $"函数 {function} 需要数值，而这里是“{Quote(value)}”。",
        $"{function} needs a number, but this is \"{Quote(value)}\".");

    public static ScriptRuntimeException NoFigure(SourceSpan span, string function) => new(
        span,
        new TemplateMessage(
            $"函数 {function} 需要数值，而这里没有值。", $"{function} needs a number, but there is no value here.")
            .WithHint("如允许缺数，请写 `值 ?? 0` 或先判断。", "Where a figure may be missing, write `value ?? 0` or ask first."));

    public static ScriptRuntimeException NoList(SourceSpan span, string kind) => new(
        span, $"这里需要数组，而值是{Kinds.Chinese(kind)}。", $"A list is needed here, but the value is of the kind {kind}.");

    public static ScriptRuntimeException NestedTooDeep(SourceSpan span, string function, int limit) => new(
        span, $"函数 {function} 的数据嵌套超过 {limit} 层。", $"The data for {function} is nested deeper than {limit} levels.");

    public static ScriptRuntimeException TooLarge(SourceSpan span, string function) => new(
        span, $"函数 {function} 的结果超出可表示的范围。", $"The result of {function} is out of range.");

    public static ScriptRuntimeException DivisionByZero(SourceSpan span, string function) => new(
        span, $"函数 {function} 的除数为零。", $"{function} divides by zero.");

    public static ScriptRuntimeException BadFormat(SourceSpan span, string function, string? format) => new(
        span,
        $"函数 {function} 不能使用格式“{Quote(format)}”。",
        $"{function} cannot use the format \"{Quote(format)}\".");

    public static ScriptRuntimeException BadPattern(SourceSpan span, string function, string? pattern, string reason) => new(
        span,
        $"函数 {function} 的正则表达式“{Quote(pattern)}”有误：{reason}",
        $"The regular expression \"{Quote(pattern)}\" in {function} is wrong: {reason}");

    public static ScriptRuntimeException UnknownCulture(SourceSpan span, string culture) => new(
        span, $"没有名为“{Quote(culture)}”的区域设置。", $"There is no culture \"{Quote(culture)}\".");

    private static string Quote(string? text) =>
        text is null ? "" : text.Length <= LongestQuotation ? text : text[..LongestQuotation] + "…";
}
