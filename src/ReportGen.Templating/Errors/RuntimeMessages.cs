namespace ReportGen.Templating.Errors;

/// <summary>What can go wrong while a template runs, in both languages.</summary>
internal static class RuntimeMessages
{
    private const int LongestName = 60;

    public static TemplateMessage TooManySteps(long limit) => new(
        $"模板运行步骤超过上限 {limit}。",
        $"The template takes more than the limit of {limit} steps.");

    public static TemplateMessage TooLong(double seconds) => new(
        $"模板运行时间超过上限 {seconds} 秒。",
        $"The template takes longer than the limit of {seconds} seconds.");

    public static TemplateMessage TooMuchMemory(long megabytes) => new(
        $"模板使用的内存超过上限 {megabytes} MB。",
        $"The template uses more memory than the limit of {megabytes} MB.");

    public static TemplateMessage Unexpected(string reason) => new(
        $"模板运行失败：{reason}。",
        $"The template failed: {reason}.");

    public static TemplateMessage Cancelled() => new("渲染已取消。", "The rendering was cancelled.");

    public static TemplateMessage CollectionTooLarge(int limit) => new(
        $"数组或对象的项数超过上限 {limit}。",
        $"The array or object exceeds the limit of {limit} items.");

    public static TemplateMessage RegexTimeOut(double seconds) => new(
        $"正则表达式超过 {seconds} 秒未能完成。",
        $"The regular expression did not finish within {seconds} seconds.");

    public static TemplateMessage TextTooLong(int limit) => new(
        $"文字长度超过上限 {limit} 个字符。",
        $"The text exceeds the limit (LimitToString) of {limit} characters.");

    public static TemplateMessage NumberTooLarge() => new("整数过大。", "The integer is too large.");

    public static TemplateMessage ReadOnly() => new("这个数组是只读的，不能改动。", "The array is read-only.");

    public static TemplateMessage DivisionByZero() => new("不能除以零。", "Division by zero.");

    public static TemplateMessage UnknownVariable(string name, string? suggestion) => new TemplateMessage(
        $"没有名为 {Short(name)} 的变量或函数。",
        $"The variable or function `{Short(name)}` was not found.").WithSuggestion(suggestion);

    public static TemplateMessage UnknownMember(string name, string kind, string? suggestion) => new TemplateMessage(
        $"{kind} 没有成员 {Short(name)}。",
        $"The member `{Short(name)}` was not found in the {kind}.").WithSuggestion(suggestion);

    public static TemplateMessage NotAFunction(string name) => new(
        $"{Short(name)} 不是函数，不能调用。",
        $"`{Short(name)}` is not a valid function.");

    public static TemplateMessage NoLoader() => new(
        "这里不能引用其他模板。",
        "Unable to include: no TemplateLoader is configured.");

    public static TemplateMessage IncludeNotFound(string name) => new(
        $"找不到要引用的模板 {Short(name)}。",
        $"The template `{Short(name)}` to include was not found.");

    public static TemplateMessage BadInclude(TemplateError first) => new(
        $"引用的内容有错误：{first.Span.FileName}{first.Span.Position()}：{first.Reason.Chinese}",
        $"Error while parsing the included text: {first.Span.FileName}{first.Span.Position()}: {first.Reason.English}");

    public static TemplateMessage TemplateTooLong(int limit) => new(
        $"模板超过上限 {limit} 个字符。",
        $"The template exceeds the limit of {limit} characters.");

    public static TemplateMessage RunTooLong(char c) => new(
        c == '{' ? "连续的 { 太多。" : "数字太长。",
        c == '{' ? "Too many { in a row." : "The number has too many digits.");

    public static TemplateMessage TooDeep() => new(
        "表达式或语句嵌套过深。",
        "Expressions or statements are nested too deeply.");

    public static TemplateMessage StackFull() => new(
        "函数调用或引用的层数过多。",
        "Exceeding the recursion limit: functions or includes call each other too deeply.");

    public static TemplateMessage TooManyErrors(int limit) => new(
        $"错误超过 {limit} 处，不再继续检查。",
        $"More than {limit} errors; reading stops here.");

    private static string Short(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";
}
