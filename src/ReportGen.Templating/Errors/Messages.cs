namespace ReportGen.Templating.Errors;

/// <summary>
/// The messages about templates and rendering, in both languages, except those of <see cref="ScribanMessages"/>.
/// </summary>
internal static class Messages
{
    private const int MaxNameLength = 60;

    // Limits of a rendering.
    public static TemplateMessage TooManySteps(long limit) =>
        new($"模板运行步骤超过上限 {limit}。", $"The template exceeds the limit of {limit} steps.");
    public static TemplateMessage TooLong(double seconds) =>
        new($"模板运行时间超过上限 {seconds} 秒。", $"The template exceeds the time limit of {seconds} seconds.");
    public static TemplateMessage TooMuchMemory(long megabytes) =>
        new($"模板使用的内存超过上限 {megabytes} MB。", $"The template exceeds the memory limit of {megabytes} MB.");
    public static TemplateMessage CollectionTooLarge(int limit) =>
        new($"数组或对象的项数超过上限 {limit}。", $"The array or object exceeds the limit of {limit} items.");
    public static TemplateMessage RegexTimeOut(double seconds) =>
        new($"正则表达式超过 {seconds} 秒未能完成。", $"The regular expression did not finish within {seconds} seconds.");
    public static TemplateMessage TextTooLong(int limit) =>
        new($"文字长度超过上限 {limit} 个字符。", $"The text exceeds the limit (LimitToString) of {limit} characters.");
    public static TemplateMessage NumberTooLarge() => new("整数过大。", "The integer is too large.");
    public static TemplateMessage StackFull() =>
        new("函数调用或引用的层数过多。", "Exceeding the recursion limit: functions or includes call each other too deeply.");
    public static TemplateMessage Cancelled() => new("渲染已取消。", "The rendering was cancelled.");
    public static TemplateMessage Unexpected(string reason) => new($"模板运行失败：{reason}。", $"The template failed: {reason}.");

    // Limits of a text.
    public static TemplateMessage TemplateTooLong(int limit) =>
        new($"模板超过上限 {limit} 个字符。", $"The template exceeds the limit of {limit} characters.");
    public static TemplateMessage TooManyBraces() => new("连续的 { 太多。", "Too many { in a row.");
    public static TemplateMessage TooManyDigits() => new("数字太长。", "The number has too many digits.");
    public static TemplateMessage NotJson() =>
        new("数据包含自身，或层数过多，不能写成 JSON。", "A cycle, or data nested too deeply, cannot be written as JSON.");
    public static TemplateMessage FunctionAsJson() => new("函数不能写成 JSON。", "Functions cannot be written as JSON.");
    public static TemplateMessage TooDeep() => new("表达式或语句嵌套过深。", "Expressions or statements are nested too deeply.");
    public static TemplateMessage TooManyErrors(int limit) =>
        new($"错误超过 {limit} 处，不再继续检查。", $"More than {limit} errors; reading stops here.");

    // Names and values.
    public static TemplateMessage UnknownVariable(string name, string? suggestion) => Suggest(suggestion, new(
        $"没有名为 {Short(name)} 的变量或函数。", $"The variable or function `{Short(name)}` was not found."));
    public static TemplateMessage UnknownMember(string name, string kind, string? suggestion) => Suggest(suggestion, new(
        $"{kind} 没有成员 {Short(name)}。", $"The member `{Short(name)}` was not found in the {kind}."));
    public static TemplateMessage NotAFunction(string name) =>
        new($"{Short(name)} 不是函数，不能调用。", $"`{Short(name)}` is not a valid function.");
    public static TemplateMessage ReadOnly() => new("这个数组是只读的，不能改动。", "The array is read-only.");
    public static TemplateMessage DivisionByZero() => new("不能除以零。", "Division by zero.");

    // Included templates.
    public static TemplateMessage NoLoader() => new("这里不能引用其他模板。", "Unable to include: no TemplateLoader is configured.");
    public static TemplateMessage IncludeNotFound(string name, string? suggestion = null) => Suggest(suggestion, new(
        $"找不到要引用的模板 {Short(name)}。", $"The template `{Short(name)}` to include was not found."));
    public static TemplateMessage BadInclude(TemplateError first) => new(
        $"引用的内容有错误：{first.Span.FileName}{first.Position}：{first.Reason.Chinese}",
        $"Error while parsing the included text: {first.Span.FileName}{first.Position}: {first.Reason.English}");

    // Built-in functions.
    public static TemplateMessage OutOfRange(string function, string parameter, object value, object min, object max) => new(
        $"函数 {function} 的参数 {parameter} 应在 {min} 与 {max} 之间，现为 {value}。",
        $"The argument {parameter} of {function} must be between {min} and {max}, but it is {value}.");
    public static TemplateMessage NotANumber(string function, string? value) => new(
        $"函数 {function} 需要数值，而这里是“{Short(value)}”。", $"{function} needs a number, but this is \"{Short(value)}\".");
    public static TemplateMessage NoFigure(string function) => new(
        $"函数 {function} 需要数值，而这里没有值。", $"{function} needs a number, but there is no value here.",
        "如允许缺数，请写 `值 ?? 0` 或先判断。", "If a figure may be missing, write `value ?? 0` or test it first.");
    public static TemplateMessage NoList(string kind) =>
        new($"这里需要数组，而值是{kind}。", $"A list is needed here, but the value is of type {kind}.");
    public static TemplateMessage TooLarge(string function) =>
        new($"函数 {function} 的结果超出可表示的范围。", $"The result of {function} is out of range.");
    public static TemplateMessage BadFormat(string? format) =>
        new($"函数 format 不能使用格式“{Short(format)}”。", $"format cannot use the format \"{Short(format)}\".");

    // Values in HTML.
    public static TemplateMessage ValueInScript() => new(
        "脚本（script 元素、on… 属性、javascript: 链接）里不能输出数值。", "A value must not be printed in script code.",
        "把数值写进 data-… 属性，让脚本去读。", "Put the value in a data-… attribute and read it from the script.");
    public static TemplateMessage ValueInTag() => new(
        "标签名和属性名的位置不能输出数值。", "A value must not be printed as the name of a tag or attribute.",
        "请把它写进带引号的属性值，例如 class=\"{{ x }}\"。", "Put it in the quoted value of an attribute, such as class=\"{{ x }}\".");
    public static TemplateMessage ValueAfterValue() => new(
        "没有引号的属性值里只能有一个数值，别无他物。", "An attribute without quotes may contain one value and nothing else.",
        "请加上引号，例如 class=\"{{ x }} {{ y }}\"。", "Put it in quotes, such as class=\"{{ x }} {{ y }}\".");
    public static TemplateMessage BranchesDiffer() => new(
        "各分支结束时所在的 HTML 位置不同，无法判断怎样转义后面的内容。",
        "The branches end in different places of the HTML, so values after them cannot be escaped safely.",
        "请让每个分支都完整地开始和结束标签、引号。", "Let every branch open and close its tags and quotes.");
    public static TemplateMessage BlockLeavesText(string word) =>
        new($"{word} 的内容必须在标签之外结束。", $"The content of {word} must end outside of any tag.");
    public static TemplateMessage WrapInTag() => new("wrap 只能写在标签之外。", "wrap must be outside of any tag.");
    public static TemplateMessage EndsInside() =>
        new("模板在标签、注释或脚本中间结束。", "The template ends inside a tag, comment or script.");

    private static TemplateMessage Suggest(string? suggestion, TemplateMessage message) => suggestion is null
        ? message
        : message with { ChineseHint = $"是否想写 {suggestion}？", EnglishHint = $"Did you mean `{suggestion}`?" };

    private static string Short(string? text) => text is { Length: > MaxNameLength } ? text[..MaxNameLength] + "…" : text ?? "";
}
