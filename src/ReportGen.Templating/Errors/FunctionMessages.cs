namespace ReportGen.Templating.Errors;

/// <summary>What can go wrong in a built-in function, in both languages.</summary>
internal static class FunctionMessages
{
    private const int LongestQuotation = 40;

    public static TemplateException OutOfRange(
        SourceSpan span, string function, string parameter, object value, object least, object most) => new(
        span,
        $"函数 {function} 的参数 {parameter} 应在 {least} 与 {most} 之间，现为 {value}。",
        $"The argument {parameter} of {function} must be between {least} and {most}, but it is {value}.");

    public static TemplateException NotANumber(SourceSpan span, string function, string? value) => new(
        span,
        $"函数 {function} 需要数值，而这里是“{Quote(value)}”。",
        $"{function} needs a number, but this is \"{Quote(value)}\".");

    public static TemplateException NoFigure(SourceSpan span, string function) => new(
        span,
        new TemplateMessage(
            $"函数 {function} 需要数值，而这里没有值。", $"{function} needs a number, but there is no value here.")
            .WithHint("如允许缺数，请写 `值 ?? 0` 或先判断。", "Where a figure may be missing, write `value ?? 0` or ask first."));

    public static TemplateException NoList(SourceSpan span, string kind) => new(
        span, $"这里需要数组，而值是{kind}。", $"A list is needed here, but the value is of the kind {kind}.");

    public static TemplateException TooLarge(SourceSpan span, string function) => new(
        span, $"函数 {function} 的结果超出可表示的范围。", $"The result of {function} is out of range.");

    public static TemplateException BadFormat(SourceSpan span, string function, string? format) => new(
        span,
        $"函数 {function} 不能使用格式“{Quote(format)}”。",
        $"{function} cannot use the format \"{Quote(format)}\".");

    private static string Quote(string? text) =>
        text is null ? "" : text.Length <= LongestQuotation ? text : text[..LongestQuotation] + "…";
}
