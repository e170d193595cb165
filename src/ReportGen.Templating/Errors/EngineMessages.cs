using System.Text.RegularExpressions;

namespace ReportGen.Templating.Errors;

/// <summary>Translates Scriban's English messages: the common ones verbatim, others within a Chinese sentence.</summary>
internal static partial class EngineMessages
{
    private const int MaxLength = 300;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string FullWidth = "，：（）；“”‘’。｜！？【】｛｝＝＋－＊／";

    private static readonly (string English, string Chinese)[] s_translations =
    [
        (@"Expecting an <expression> to the right of the operator instead of `(.*?)`", "运算符后面缺少表达式，却遇到 $1。"),
        (@"Expecting <expression> instead of `(.*?)`", "这里缺少表达式，却遇到 $1。"),
        (@"Invalid token found `(.*?)`\. Expecting <EOL>", "语句到此应当结束，却遇到 $1。"),
        (@"Invalid token `(.*?)`\. Expecting a closing `\)`", "缺少 )，却遇到 $1。"),
        (@"Unexpected `(.*?)`\. Expecting '\]'", "缺少 ]，却遇到 $1。"),
        (@"Expecting a closing parenthesis for a function call", "函数调用缺少 )。"),
        (@"Expecting a comma to separate arguments", "函数的各个参数之间应当用逗号隔开。"),
        (@"Unexpected token found `(.*?)` while expecting `(.*?)`", "应当是 $2，却遇到 $1。"),
        (@"The <end> statement was not found", "语句没有对应的 end。"),
        (@"Found <end> statement without a corresponding", "多余的 end：没有需要结束的语句。"),
        (@"A else condition must be preceded", "else 之前必须有 if、when 或循环。"),
        (@"A `when` condition must be preceded", "when 只能写在 case 里面。"),
        (@"When is expecting at least one value", "when 后面至少要有一个值。"),
        (@"Expression is only allowed for a top level assignment", "赋值只能单独成句，不能写在表达式里面。"),
        (@"Expecting 'in' word instead of `(.*?)`", "应当是 in，却遇到 $1。写法：for <变量> in <表达式> … end"),
        (@"Expecting a variable instead of `(.*?)`", "应当是变量名，却遇到 $1。"),
        (@"The dot operator is expected to be followed by a plain identifier", "点号后应当是成员名。"),
        (@"not terminated by a", "字符串没有结束的引号。"),
        (@"Unexpected escape character `(.*?)` in string", "字符串中不认识的转义 \\$1。"),
        (@"Opened interpolated expression not closed", "字符串内的表达式 {…} 没有在同一行结束。"),
        (@"The operand of an increment or decrement operator", "++ 和 -- 只能用于变量、成员或下标。"),
        (@"Unable to parse", "不是正确的数字。"),
        (@"depth limit|recursive depth|near (to|a) stack overflow|too deeply nested", "层数超过上限。"),
        (@"Exceeding number of iteration limit `(\d+)`", "循环次数超过上限 $1。"),
        (@"exceeds? LoopLimit `(\d+)`", "区间或重复的项数超过上限 $1。"),
        (@"LimitToString `(\d+)`", "文字长度超过上限 $1 个字符。"),
        (@"OutputLimit `(\d+)`", "输出长度超过上限 $1 个字符。"),
        (@"The function `(.*?)` was not found", "没有名为 $1 的函数。"),
        (@"Invalid number of arguments `(\d+)` passed to `(.*?)` while expecting `(\d+)`", "$2 得到 $1 个参数，应当是 $3 个。"),
        (@"Argument index must be", "函数的参数太多。"),
        (@"Pipe expression destination `(.*?)` is not a valid function", "| 后面的 $1 不是函数。"),
        (@"Invalid target function `(.*?)`", "$1 不是函数，不能调用。"),
        (@"Cannot set (?:a )?value (?:on|for) the readonly (?:variable|member)[:`]? ?`?([^`]*)`?", "$1 是只读的，不能赋值。"),
        (@"Cannot set the (?:builtin )?readonly variable `(.*?)`", "变量 $1 是只读的，不能赋值。"),
        (@"Cannot get the member (.*?) for a null object", "$1：点号左边是空值。"),
        (@"Object `(.*?)` is null", "$1 是空值，不能取它的成员。"),
        (@"with a null indexer", "下标是空值。"),
        (@"The index (-?\d+) is out of bounds \[0, (\d+)\]", "下标 $1 超出范围：共 $2 项，从 0 数起。"),
        (@"Unable to convert type `(.*?)` to `?(\w+)`?", "这里需要 $2，而值是 $1。"),
        (@"The operator `(.*?)` is not (?:supported|implemented)", "运算符 $1 不能用于这样的值。"),
        (@"Unexpected type `(.*?)` for iterator", "$1 不能逐项循环。"),
        (@"Collection was modified", "数组或对象在逐项处理时不能改动。"),
        (@"object cycle was detected|reference loops", "数据包含自身，或层数过多。"),
        (@"divide by zero|Division by zero", "不能除以零。"),
        (@"Unexpected token `?(.*?)`?(?: |$)", "这里不能出现 $1。"),
        (@"Unexpected code block exit", "多余的 }}：前面没有 {{。"),
    ];

    private static readonly Lazy<(Regex Pattern, string Chinese)[]> s_patterns = new(() => Array.ConvertAll(
        s_translations, t => (new Regex(t.English, Options, TimeSpan.FromSeconds(1)), t.Chinese)));

    /// <summary>The message in both languages, each limited to a few hundred characters.</summary>
    public static TemplateMessage Translate(string english)
    {
        english = Shorten(english);
        foreach (var (pattern, chinese) in s_patterns.Value)
        {
            if (pattern.Match(english) is { Success: true } match) return new TemplateMessage(match.Result(chinese), english);
        }

        return new TemplateMessage($"模板有错误：{english}", english);
    }

    /// <summary>As <see cref="Translate(string)"/>, with a hint where full-width punctuation occurs in code.</summary>
    public static TemplateMessage Translate(string english, string text, SourceSpan place)
    {
        var message = Translate(english);
        return place.Start.Offset < text.Length && FullWidth.Contains(text[place.Start.Offset])
            ? message with { ChineseHint = "代码里请用半角标点。", EnglishHint = "Use half-width punctuation in code." }
            : message;
    }

    /// <summary>Ranks messages about the same place: 1 for a message without a reason, otherwise 0.</summary>
    public static int Vagueness(LogMessage message) =>
        message.Message.StartsWith("Unexpected token", StringComparison.Ordinal) ? 1 : 0;

    private static string Shorten(string text)
    {
        var line = LineEnds().Replace(text, " ").Trim();
        return line.Length <= MaxLength ? line : line[..MaxLength] + "…";
    }

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineEnds();
}
