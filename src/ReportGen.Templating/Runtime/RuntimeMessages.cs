using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Runtime;

/// <summary>What can go wrong while a template runs, in both languages.</summary>
internal static class RuntimeMessages
{
    private const int LongestName = 60;

    public static TemplateMessage CannotConvert(string kind, string value, string wanted) => new(
        $"这里需要{Kinds.Chinese(wanted)}，而值 {value} 是{Kinds.Chinese(kind)}。",
        $"Unable to convert the {kind} {value} to {wanted}.");

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

    public static TemplateMessage NumberTooLarge() => new("整数过大。", "The integer is too large.");

    public static TemplateMessage DivisionByZero() => new("不能除以零。", "Division by zero.");

    public static TemplateMessage RangeTooLong(int limit) => new(
        $"区间或重复的项数超过上限 {limit}。",
        $"Range expression exceeds LoopLimit `{limit}`.");

    public static TemplateMessage LoopTooLong(int limit) => new(
        $"循环次数超过上限 {limit}。",
        $"Exceeding number of iteration limit `{limit}` for loop statement.");

    public static TemplateMessage OperatorNotSupported(string sign, string left, string right) => new(
        $"运算符 {sign} 不能用于{Kinds.Chinese(left)}和{Kinds.Chinese(right)}。",
        $"The operator `{sign}` is not supported between {left} and {right}.");

    public static TemplateMessage UnaryNotSupported(string sign, string kind) => new(
        $"运算符 {sign} 不能用于{Kinds.Chinese(kind)}。",
        $"The operator `{sign}` is not supported for {kind}.");

    public static TemplateMessage UnknownVariable(string name, string? suggestion) => new TemplateMessage(
        $"没有名为 {Short(name)} 的变量或函数。",
        $"The variable or function `{Short(name)}` was not found.").WithSuggestion(suggestion);

    public static TemplateMessage UnknownFunction(string name, string? suggestion) => new TemplateMessage(
        $"没有名为 {Short(name)} 的函数。",
        $"The function `{Short(name)}` was not found.").WithSuggestion(suggestion);

    public static TemplateMessage UnknownMember(string name, string kind, string? suggestion) => new TemplateMessage(
        $"{Kinds.Chinese(kind)}没有成员 {Short(name)}。",
        $"The member `{Short(name)}` was not found in the {kind}.").WithSuggestion(suggestion);

    public static TemplateMessage UnknownArgument(string function, string name, string? suggestion) => new TemplateMessage(
        $"函数 {function} 没有参数 {Short(name)}。",
        $"The function {function} has no argument `{Short(name)}`.").WithSuggestion(suggestion);

    public static TemplateMessage WrongArgumentCount(
        string function, int count, int required, IReadOnlyList<ScriptParameterInfo> parameters)
    {
        var usage = string.Join(' ', parameters.Select(p => p.TakesRest ? p.Name + "…" : p.IsOptional ? p.Name + "?" : p.Name));
        return new TemplateMessage(
            $"函数 {function} 得到 {count} 个参数，应当至少 {required} 个、至多 {parameters.Count} 个。",
            $"Invalid number of arguments `{count}` passed to `{function}` while expecting `{required}` arguments")
            .WithHint($"写法：{function} {usage}", $"Usage: {function} {usage}");
    }

    public static TemplateMessage ReadOnlyVariable(string name) => new(
        $"变量 {Short(name)} 是只读的，不能赋值。",
        $"Cannot set value on the readonly variable `{Short(name)}`.");

    public static TemplateMessage ReadOnlyMember(string name) => new(
        $"成员 {Short(name)} 是只读的，不能赋值。",
        $"Cannot set a value for the readonly member `{Short(name)}`.");

    public static TemplateMessage CannotSetMember(string name, string kind) => new(
        $"不能给{Kinds.Chinese(kind)}的 {Short(name)} 赋值。",
        $"Cannot set `{Short(name)}` on a value of kind {kind}.");

    public static TemplateMessage NullTarget(string expression, string member) => new(
        $"{expression} 是空值，不能取 {Short(member)}。",
        $"Object `{expression}` is null. Cannot access: {Short(member)}");

    public static TemplateMessage NullIndex() => new("下标是空值。", "Cannot access a value with a null index.");

    public static TemplateMessage NotAList(string kind, string value) => new(
        $"{Kinds.Chinese(kind)} {value} 不是数组或对象，不能用下标。",
        $"Cannot use the {kind} {value} as a list.");

    public static TemplateMessage IndexOutside(string index, int count) => new(
        $"下标 {Short(index)} 超出范围：共 {count} 项，从 0 数起。",
        $"The index {Short(index)} is outside: there are {count} items, counted from 0.");

    public static TemplateMessage NotAFunction(string name) => new(
        $"{Short(name)} 不是函数，不能调用。",
        $"`{Short(name)}` is not a valid function.");

    public static TemplateMessage NotIterable(string kind) => new(
        $"{Kinds.Chinese(kind)}不能逐项循环。",
        $"Unexpected type {kind} for an iterator.");

    public static TemplateMessage CannotImport(string kind) => new(
        $"import 需要对象，这里是{Kinds.Chinese(kind)}。",
        $"Unexpected value of kind {kind} for import; expecting an object.");

    public static TemplateMessage CannotOpen(string kind) => new(
        $"with 需要对象，这里是{Kinds.Chinese(kind)}。",
        $"Unexpected value of kind {kind} for with; expecting an object.");

    public static TemplateMessage NoLoader() => new(
        "这里不能引用其他模板。",
        "Unable to include: no TemplateLoader is configured.");

    public static TemplateMessage IncludeNotFound(string name) => new(
        $"找不到要引用的模板 {Short(name)}。",
        $"The template `{Short(name)}` to include was not found.");

    public static TemplateMessage BadInclude(LogMessage first) => new(
        $"引用的内容有错误：{first.Span}：{first.Reason.Chinese}",
        $"Error while parsing the included text: {first.Span}: {first.Reason.English}");

    private static string Short(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";
}
