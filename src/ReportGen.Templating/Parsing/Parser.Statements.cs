using System.Collections.Immutable;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Parsing;

internal sealed partial class Parser
{
    /// <summary>Reads a statement with its end; null where there is a mistake.</summary>
    private ScriptNode? ParseStatement()
    {
        var start = Current;
        var statement = start.Type == TokenType.Identifier && !PeekToken(1).Is(".") && !PeekToken(1).Is("=")
            ? ParseKeyword(start)
            : ParseExpressionStatement();
        if (statement is null && !Current.EndsStatement)
            SkipStatement();
        else if (statement is not null)
            ExpectEndOfStatement();
        return statement;
    }

    private ScriptNode? ParseKeyword(Token start) => start.Text switch
    {
        "if" => ParseIf(Next()),
        "case" => ParseCase(Next()),
        "for" or "tablerow" => ParseFor(Next()),
        "while" => ParseWhile(Next()),
        "break" or "continue" => ParseBreak(Next()),
        "capture" => ParseCapture(Next()),
        "with" => ParseWith(Next()),
        "wrap" => ParseWrap(Next()),
        "func" => ParseFunc(Next()),
        "ret" => ParseReturn(Next()),
        "import" => ParseImport(Next()),
        "readonly" => ParseReadOnly(Next()),
        _ => ParseExpressionStatement(),
    };

    private ScriptNode? ParseExpressionStatement()
    {
        var start = Current;
        var indent = _indent;
        if (ParseExpression() is not { } expression)
            return null;
        if (IsAssignment(Current))
            return ParseAssignment(start, expression);
        var place = PlaceOfValue(SpanFrom(start));
        return new ScriptExpressionStatement(SpanFrom(start), expression, place, indent);
    }

    private ScriptNode? ParseAssignment(Token start, ScriptExpression left)
    {
        var sign = Next();
        if (sign.Is("=") && left is ScriptFunctionCall { ExplicitCall: true } head)
            return ParseInlineFunction(start, head);
        if (left is not ScriptPathExpression { IsAssignable: true } target)
        {
            Report(left.Span, ParserMessages.BadAssignmentTarget());
            return null;
        }

        ScriptBinaryOperator? op = ScriptBinaryOperators.TryCompound(sign.Text!, out var compound) ? compound : null;
        var value = ExpectRest("等号右边", "<target_expression> = <value_expression>");
        return value is null ? null : new ScriptAssignStatement(SpanFrom(start), target, op, value);
    }

    /// <summary>Reads an expression, or reports that there is none.</summary>
    private ScriptExpression? ExpectExpression(string where, string form)
    {
        if (StartsExpression(Current))
            return ParseExpression();
        Report(Current, ParserMessages.ExpressionExpected(where, form, Describe(Current)));
        return null;
    }

    /// <summary>Reads what an operator stands before, here or on a line below, or reports that there is nothing.</summary>
    private ScriptExpression? ExpectRest(string where, string form)
    {
        GoesOn();
        return ExpectExpression(where, form);
    }

    /// <summary>Reads the head of a block statement, up to the end of its line.</summary>
    private ScriptExpression? ExpectHead(string word, string form)
    {
        var expression = ExpectExpression($"{word} 语句", form);
        if (expression is null && !Current.EndsStatement)
            SkipStatement();
        ExpectEndOfStatement();
        return expression;
    }

    private ScriptIfStatement? ParseIf(Token start)
    {
        var branches = ImmutableArray.CreateBuilder<ScriptBranch>();
        var html = new HtmlBranches(_html);
        ScriptBlockStatement? otherwise = null;
        var isWhole = AddBranch(start, branches, html);
        while (otherwise is null && Current.IsName("else"))
        {
            Next();
            if (Current.IsName("if"))
            {
                Next();
                isWhole &= AddBranch(start, branches, html);
                continue;
            }

            ExpectEndOfStatement();
            otherwise = ParseBranch(start, html);
        }

        RefuseElse(start);
        ExpectBlockEnd(start);
        JoinHtml(start, html, otherwise is not null);
        return isWhole ? new ScriptIfStatement(SpanFrom(start), branches.DrainToImmutable(), otherwise) : null;
    }

    private bool AddBranch(Token start, ImmutableArray<ScriptBranch>.Builder branches, HtmlBranches html)
    {
        var condition = ExpectHead("if", "if <expression> ... end|else|else if");
        var block = ParseBranch(start, html);
        if (condition is not null)
            branches.Add(new ScriptBranch(condition, block));
        return condition is not null;
    }

    private ScriptBlockStatement ParseBranch(Token start, HtmlBranches html)
    {
        _html = html.Start;
        var block = ParseBlock(start);
        html.Add(_html);
        return block;
    }

    private void RefuseElse(Token start)
    {
        while (Current.IsName("else") || Current.IsName("when"))
        {
            ReportStray(Current);
            SkipStatement();
            ParseBlock(start);
        }
    }

    private ScriptCaseStatement? ParseCase(Token start)
    {
        var subject = ExpectHead("case", "case <expression> ... end|when|else");
        while (Current.Type is TokenType.Raw or TokenType.CodeEnter or TokenType.CodeExit || Current.Type != TokenType.Eof && Current.EndsStatement)
            EnterOrExit();
        var whens = ImmutableArray.CreateBuilder<ScriptWhen>();
        var html = new HtmlBranches(_html);
        while (Current.IsName("when"))
        {
            Next();
            var values = ParseWhenValues();
            ExpectEndOfStatement();
            whens.Add(new ScriptWhen(values, ParseBranch(start, html)));
        }

        ScriptBlockStatement? otherwise = null;
        if (whens.Count > 0 && Current.IsName("else"))
        {
            Next();
            ExpectEndOfStatement();
            otherwise = ParseBranch(start, html);
        }

        RefuseElse(start);
        ExpectBlockEnd(start);
        JoinHtml(start, html, otherwise is not null);
        return subject is null
            ? null
            : new ScriptCaseStatement(SpanFrom(start), subject, whens.DrainToImmutable(), otherwise);
    }

    private ImmutableArray<ScriptExpression> ParseWhenValues()
    {
        var values = ImmutableArray.CreateBuilder<ScriptExpression>();
        do
        {
            if (ParseWhenValue() is not { } value)
                break;
            values.Add(value);
        }
        while (Accept(",") || Accept("||"));

        return values.DrainToImmutable();
    }

    private ScriptExpression? ParseWhenValue()
    {
        if (StartsExpression(Current))
            return ParseBinary(PrecedenceOfOr);
        Report(Current, ParserMessages.ExpressionExpected("when 语句", "when <expression>", Describe(Current)));
        SkipStatement();
        return null;
    }

    private ScriptCaptureStatement? ParseCapture(Token start)
    {
        var target = ExpectHead("capture", "capture <variable> ... end");
        if (target is not null and not ScriptPathExpression { IsAssignable: true })
            Report(target.Span, ParserMessages.VariableExpected("capture <variable> ... end", _text.Substring(target.Span.Start.Offset, Math.Min(40, target.Span.Length))));
        var body = ParseApart(start);
        return target is ScriptPathExpression path ? new ScriptCaptureStatement(SpanFrom(start), path, body) : null;
    }

    private ScriptWithStatement? ParseWith(Token start)
    {
        var target = ExpectHead("with", "with <expression> ... end");
        var body = ParseBlockToEnd(start);
        return target is null ? null : new ScriptWithStatement(SpanFrom(start), target, body);
    }

    private ScriptWrapStatement? ParseWrap(Token start)
    {
        var indent = _indent;
        var head = ExpectHead("wrap", "wrap <function> <arg>* ... end");
        var place = PlaceOfValue(SpanFrom(start));
        var body = ParseApart(start);
        var call = head is ScriptPathExpression path ? new ScriptFunctionCall(path.Span, path, [], false) : head as ScriptFunctionCall;
        if (head is not null && call is null)
            Report(head.Span, ParserMessages.BadWrapTarget());
        return call is null ? null : new ScriptWrapStatement(SpanFrom(start), call, body, place, indent);
    }

    private ScriptFlowStatement ParseReturn(Token start)
    {
        var value = Current.EndsStatement ? null : ExpectExpression("ret 语句", "ret <expression>?");
        return new ScriptFlowStatement(SpanFrom(start), FlowState.Return, value);
    }

    private ScriptFlowStatement ParseBreak(Token start)
    {
        if (_loops == 0)
            Report(start, ParserMessages.StrayFlow(start.Text!));
        return new ScriptFlowStatement(
            SpanOf(start), start.Text == "break" ? FlowState.Break : FlowState.Continue, null);
    }

    private ScriptImportStatement? ParseImport(Token start)
    {
        var source = ExpectExpression("import 语句", "import <expression>");
        return source is null ? null : new ScriptImportStatement(SpanFrom(start), source);
    }

    private ScriptReadOnlyStatement? ParseReadOnly(Token start)
    {
        if (ParseVariable("readonly <variable>") is not { } target)
            return null;
        return new ScriptReadOnlyStatement(SpanFrom(start), target);
    }

    /// <summary>Reads the name of a variable, global or local.</summary>
    private ScriptPathExpression? ParseVariable(string form)
    {
        var token = Current;
        if (token.Type == TokenType.Identifier)
            return new ScriptVariableGlobal(SpanOf(Next()), token.Text!);
        if (token.Type == TokenType.LocalIdentifier && token.Text is not ("" or "$") && !char.IsAsciiDigit(token.Text![0]))
            return new ScriptVariableLocal(SpanOf(Next()), token.Text);
        Report(token, ParserMessages.VariableExpected(form, Describe(token)));
        return null;
    }
}
