namespace ReportGen.Templating.Parsing;

/// <summary>What can be wrong with the text of a template, in both languages.</summary>
internal static class ParserMessages
{
    /// <summary>How messages name the end of a line.</summary>
    public const string LineEnd = "`\\n`";

    public static TemplateMessage TextTooLong(int limit) => new(
        $"模板超过上限 {limit} 个字符。",
        $"The template exceeds the limit of {limit} characters.");

    public static TemplateMessage TooManyTokens(int limit) => new(
        $"模板代码超过上限 {limit} 个词。",
        $"The template's code exceeds the limit of {limit} tokens.");

    public static TemplateMessage NestedTooDeep(int limit) => new(
        $"表达式或语句嵌套超过上限 {limit} 层。",
        $"Expressions or statements are nested deeper than the limit of {limit}.");

    public static TemplateMessage UnclosedString(string quote) => new(
        $"字符串没有结束的 {quote}。",
        $"Unexpected end of file while parsing a string not terminated by a {quote}.");

    public static TemplateMessage UnclosedInterpolation() => new(
        "字符串内的表达式 {…} 没有在同一行结束。",
        "Opened interpolated expression not closed on the same line.");

    public static TemplateMessage UnclosedEscape(string close) => new(
        $"原文块没有结束的 {close}。",
        $"The escape block is not closed by {close}.");

    public static TemplateMessage BadEscape(char c) => new(
        $"字符串中不认识的转义 \\{c}。",
        $"Unexpected escape character `{c}` in string.");

    public static TemplateMessage BadCharacter(string c) => new(
        $"这里不能出现字符 {c}。",
        $"Unexpected character `{c}` found.");

    public static TemplateMessage BadNumber(string text) => new(
        $"{text} 不是正确的数字。",
        $"{text} is not a valid number.");

    public static TemplateMessage ExpressionExpected(string where, string form, string found)
    {
        var message = new TemplateMessage(
            $"{where}缺少表达式，却遇到{found}。写法：{form}",
            $"Expecting <expression> instead of {found} in: {form}");
        return found == LineEnd
            ? message.WithHint(
                "语句到行末为止；表达式要写成几行，请放进圆括号。",
                "A statement ends with its line; put an expression that goes over several lines in parentheses.")
            : message;
    }

    public static TemplateMessage ClosingExpected(string close, string found) => new(
        $"缺少 {close}，却遇到{found}。",
        $"Unexpected {found}. Expecting a closing `{close}`.");

    public static TemplateMessage EndOfStatementExpected(string found) => new(
        $"语句到此应当结束，却遇到{found}。",
        $"Invalid token found {found}. Expecting <EOL>/end of line.");

    public static TemplateMessage NestedAssignment() => new(
        "赋值只能单独成句，不能写在表达式里面。",
        "Expression is only allowed for a top level assignment in: <target_expression> = <value_expression>");

    public static TemplateMessage BadAssignmentTarget() => new(
        "等号左边只能是变量、成员或下标。",
        "The left-hand side of an assignment must be a variable, property or indexer.");

    public static TemplateMessage MemberNameExpected(string found) => new(
        $"点号后应当是成员名，却遇到{found}。",
        $"Expecting a member name after the `.` instead of {found}.");

    public static TemplateMessage ObjectMemberExpected(string found) => new(
        $"对象里应当是成员名，却遇到{found}。写法：{{ 名: 值 }}",
        $"Unexpected token {found} while parsing object initializer. Expecting a simple identifier for the member name.");

    public static TemplateMessage VariableExpected(string form, string found) => new(
        $"应当是变量名，却遇到{found}。写法：{form}",
        $"Expecting a variable instead of {found} in: {form}");

    public static TemplateMessage InExpected(string found) => new(
        $"应当是 in，却遇到{found}。写法：for <变量> in <表达式> … end",
        $"Expecting 'in' word instead of {found} in: for <variable> in <expression> ... end");

    public static TemplateMessage EndMissing(string statement, TextPosition last) => new(
        $"{statement} 语句直到 {last} 都没有对应的 end。",
        $"The <end> statement was not found for `{statement}` up to {last}.");

    public static TemplateMessage StrayEnd() => new(
        "多余的 end：没有需要结束的语句。",
        "Unexpected <end>: no statement is open.");

    public static TemplateMessage StrayElse() => new(
        "else 之前必须有 if、when 或循环。",
        "A else condition must be preceded by another if/else/when condition or a for loop.");

    public static TemplateMessage StrayWhen() => new(
        "when 只能写在 case 里面。",
        "A when condition must be preceded by another when/case condition.");

    public static TemplateMessage StrayFlow(string word) => new(
        $"{word} 只能用在 for/while 循环里面。",
        $"The <{word}> statement can only be used inside for/while loops");

    public static TemplateMessage BadLoopVariable(string name) => new(
        $"没有循环变量 {name}。",
        $"The loop variable <{name}> is invalid");

    public static TemplateMessage NormalAfterOptional() => new(
        "可选参数之后不能再有普通参数。",
        "Cannot declare a normal parameter after an optional parameter.");

    public static TemplateMessage AfterVariable() => new(
        "不定参数（...）必须是最后一个参数。",
        "Cannot declare a parameter after a variable parameter (`...`).");

    public static TemplateMessage ParameterExpected(string found) => new(
        $"应当是参数名，却遇到{found}。",
        $"Expecting a parameter name instead of {found}.");

    public static TemplateMessage PositionalAfterNamed() => new(
        "带名字的参数之后只能是带名字的参数。",
        "Once arguments are named, the following arguments must be all named.");

    public static TemplateMessage BadWrapTarget() => new(
        "wrap 后面应当是函数。",
        "Expecting a direct function after wrap.");

    public static TemplateMessage BadIncrementTarget(string op) => new(
        $"{op} 只能用于变量、成员或下标。",
        $"The operand of {op} must be a variable, property or indexer.");

    public static TemplateMessage BadPipeTarget() => new(
        "| 后面应当是函数。",
        "The destination of a pipe must be a function.");

    public static TemplateMessage TooManyErrors(int limit) => new(
        $"错误超过 {limit} 处，不再继续检查。",
        $"More than {limit} errors; reading stops here.");
}
