using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Runtime;

/// <summary>What can go wrong while a template runs, in both languages.</summary>
internal static class RuntimeMessages
{
    public static TemplateMessage CannotConvert(string kind, string value, string wanted) => new(
        $"这里需要{Kinds.Chinese(wanted)}，而值 {value} 是{Kinds.Chinese(kind)}。",
        $"Unable to convert the {kind} {value} to {wanted}.");

    public static TemplateMessage TooManySteps(long limit) => new(
        $"模板运行步骤超过上限 {limit}。",
        $"The template takes more than the limit of {limit} steps.");

    public static TemplateMessage TooLong(double seconds) => new(
        $"模板运行时间超过上限 {seconds} 秒。",
        $"The template takes longer than the limit of {seconds} seconds.");

    public static TemplateMessage Cancelled() => new("渲染已取消。", "The rendering was cancelled.");

    public static TemplateMessage StringTooLong(int limit) => new(
        $"文字长度超过上限 {limit} 个字符。",
        $"The text exceeds the limit (LimitToString) of {limit} characters.");

    public static TemplateMessage CollectionTooLarge(int limit) => new(
        $"数组或对象的项数超过上限 {limit}。",
        $"The array or object exceeds the limit of {limit} items.");

    public static TemplateMessage OutputTooLong(int limit) => new(
        $"输出长度超过上限 {limit} 个字符。",
        $"The output exceeds the limit of {limit} characters.");

    public static TemplateMessage NestedTooDeep(int limit) => new(
        $"函数调用或引用的层数超过上限 {limit}。",
        $"Exceeding the recursion limit of {limit}: functions or includes call each other too deeply.");

    public static TemplateMessage FunctionFailed(string function, string reason) => new(
        $"函数 {function} 无法完成：{reason}",
        $"The function {function} failed: {reason}");

    public static TemplateMessage RegexTimeOut(string function, double seconds) => new(
        $"函数 {function} 中的正则表达式超过 {seconds} 秒未能完成。",
        $"The regular expression in {function} did not finish within {seconds} seconds.");
}
