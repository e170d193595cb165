using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Parsing;

internal sealed partial class Parser
{
    private ScriptForStatement? ParseFor(Token start)
    {
        const string Form = "for <variable> in <expression> ... end";
        var variable = ParseVariable(Form);
        var list = variable is null ? null : ParseLoopList(Form);
        var options = ParseLoopOptions();
        if ((list is null || options is null) && !Current.EndsStatement)
            SkipStatement();
        ExpectEndOfStatement();
        var html = new HtmlBranches(_html);
        _loops++;
        var body = ParseBranch(start, html);
        _loops--;
        var otherwise = ParseLoopElse(start, html);
        RefuseElse(start);
        ExpectBlockEnd(start);
        JoinHtml(start, html, false);
        return list is null || options is null
            ? null
            : new ScriptForStatement(SpanFrom(start), variable!, list, options, body, otherwise, start.Text == "tablerow");
    }

    private ScriptBlockStatement? ParseLoopElse(Token start, HtmlBranches html)
    {
        if (!Current.IsName("else") || PeekToken(1).IsName("if"))
            return null;
        Next();
        ExpectEndOfStatement();
        return ParseBranch(start, html);
    }

    private ScriptExpression? ParseLoopList(string form)
    {
        if (!Current.IsName("in"))
        {
            Report(Current, ParserMessages.InExpected(Describe(Current)));
            return null;
        }

        Next();
        var mode = _mode;
        _mode = _mode with { InLoopHead = true };
        var list = ExpectExpression("for 语句", form);
        _mode = mode;
        return list;
    }

    /// <summary>Reads <c>offset: limit: cols: reversed</c> in any order; null where there is a mistake.</summary>
    private ScriptLoopOptions? ParseLoopOptions()
    {
        var options = new ScriptLoopOptions(null, null, null, false);
        while (AtLoopOption())
        {
            var name = Next().Text;
            if (name == "reversed")
            {
                options = options with { Reversed = true };
                continue;
            }

            Next();
            if (ParseLoopValue() is not { } value)
                return null;
            options = name switch
            {
                "offset" => options with { Offset = value },
                "limit" => options with { Limit = value },
                _ => options with { Columns = value },
            };
        }

        return options;
    }

    private ScriptExpression? ParseLoopValue()
    {
        var mode = _mode;
        _mode = new ExpressionMode(true, false, true);
        var value = StartsExpression(Current) ? ParseBinary(0) : null;
        if (value is null)
            Report(Current, ParserMessages.ExpressionExpected("for 语句", "limit: <expression>", Describe(Current)));
        _mode = mode;
        return value;
    }

    private bool AtLoopOption() => Current.IsName("reversed")
        || (Current.Type == TokenType.Identifier && Current.Text is "offset" or "limit" or "cols" && PeekToken(1).Is(":"));

    private ScriptWhileStatement? ParseWhile(Token start)
    {
        var condition = ExpectHead("while", "while <expression> ... end");
        var html = new HtmlBranches(_html);
        _loops++;
        var body = ParseBranch(start, html);
        _loops--;
        RefuseElse(start);
        ExpectBlockEnd(start);
        JoinHtml(start, html, false);
        return condition is null ? null : new ScriptWhileStatement(SpanFrom(start), condition, body);
    }
}
