using System.Collections.Immutable;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Parsing;

internal sealed partial class Parser
{
    private ScriptArrayInitializer? ParseArray(Token open)
    {
        var items = ImmutableArray.CreateBuilder<ScriptExpression>();
        SkipNewLines();
        while (!Current.Is("]"))
        {
            if (!StartsExpression(Current))
                break;
            if (ParseInside() is not { } item)
                return null;
            items.Add(item);
            SkipNewLines();
            if (!Accept(","))
                break;
            SkipNewLines();
        }

        return ExpectClosing("]") ? new ScriptArrayInitializer(SpanFrom(open), items.DrainToImmutable()) : null;
    }

    private ScriptObjectInitializer? ParseObject(Token open)
    {
        var members = ImmutableArray.CreateBuilder<ScriptObjectMember>();
        SkipNewLines();
        while (!Current.Is("}"))
        {
            if (ParseObjectMember() is not { } member)
                return null;
            members.Add(member);
            SkipNewLines();
            if (!Accept(","))
                break;
            SkipNewLines();
        }

        return ExpectClosing("}") ? new ScriptObjectInitializer(SpanFrom(open), members.DrainToImmutable()) : null;
    }

    private ScriptObjectMember? ParseObjectMember()
    {
        if (Current.Type is not (TokenType.Identifier or TokenType.String))
        {
            Report(Current, ParserMessages.ObjectMemberExpected(Describe(Current)));
            return null;
        }

        var name = Next();
        SkipNewLines();
        if (!Accept(":"))
        {
            Report(Current, ParserMessages.ClosingExpected(":", Describe(Current)));
            return null;
        }

        SkipNewLines();
        if (!StartsExpression(Current))
        {
            Report(Current, ParserMessages.ExpressionExpected(": 后面", "{ <name>: <expression> }", Describe(Current)));
            return null;
        }

        return ParseInside() is { } value ? new ScriptObjectMember(name.Text!, value) : null;
    }

    /// <summary>Reads the arguments of <c>f(a, b)</c>.</summary>
    private ScriptFunctionCall? ParseExplicitCall(ScriptExpression target)
    {
        var arguments = ImmutableArray.CreateBuilder<ScriptArgument>();
        Next();
        SkipNewLines();
        while (StartsExpression(Current))
        {
            var name = Current.Type == TokenType.Identifier && PeekToken(1).Is(":") ? Next().Text : null;
            if (name is not null)
                Next();
            if (ParseInside() is not { } value)
                return null;
            SkipNewLines();
            if (SkipParameterMarks())
                return null;
            arguments.Add(new ScriptArgument(name, value));
            if (!Accept(","))
                break;
            SkipNewLines();
        }

        return ExpectClosing(")")
            ? new ScriptFunctionCall(SpanFrom(target), target, arguments.DrainToImmutable(), true)
            : null;
    }

    /// <summary>Whether <c>...</c> follows, which only the head of a function may have; reports it.</summary>
    private bool SkipParameterMarks()
    {
        if (!Current.Is("..."))
            return false;
        Report(Current, ParserMessages.ClosingExpected(")", Describe(Current)));
        return true;
    }

    private ScriptFunctionStatement? ParseFunc(Token start)
    {
        var target = ParseVariable("func <variable> ... end");
        ImmutableArray<ScriptParameterInfo>? parameters = null;
        var isWhole = target is not null;
        if (isWhole && Current.Is("("))
        {
            parameters = ParseParameters();
            isWhole = parameters is not null;
        }

        if (!isWhole && !Current.EndsStatement)
            SkipStatement();
        ExpectEndOfStatement();
        var body = ParseFunctionBody(start);
        if (!isWhole)
            return null;
        var name = _text.Substring(target!.Span.Start.Offset, target.Span.Length);
        return new ScriptFunctionStatement(
            SpanFrom(start), target, new ScriptFunction(SpanFrom(start), name, parameters, body));
    }

    private ImmutableArray<ScriptParameterInfo>? ParseParameters()
    {
        var parameters = ImmutableArray.CreateBuilder<ScriptParameterInfo>();
        Next();
        SkipNewLines();
        while (!Current.Is(")"))
        {
            if (ParseParameter(parameters) is not { } parameter)
                return null;
            parameters.Add(parameter);
            SkipNewLines();
            if (!Accept(","))
                break;
            SkipNewLines();
        }

        return ExpectClosing(")") ? parameters.DrainToImmutable() : null;
    }

    private ScriptParameterInfo? ParseParameter(ImmutableArray<ScriptParameterInfo>.Builder before)
    {
        var name = Current;
        if (name.Type != TokenType.Identifier)
        {
            Report(name, ParserMessages.ParameterExpected(Describe(name)));
            return null;
        }

        Next();
        var rest = Accept("...");
        ScriptExpression? standard = null;
        if (Accept("="))
        {
            if (ExpectExpression("参数默认值", "func f(<name> = <expression>)") is not { } value)
                return null;
            standard = value;
        }

        var last = before.Count == 0 ? null : before[^1];
        if (last is { TakesRest: true })
            Report(name, ParserMessages.AfterVariable());
        else if (last is { IsOptional: true } && standard is null && !rest)
            Report(name, ParserMessages.NormalAfterOptional());
        return new ScriptParameterInfo(name.Text!, typeof(object), standard is not null || rest, standard, rest);
    }

    private ScriptFunctionStatement? ParseInlineFunction(Token start, ScriptFunctionCall head)
    {
        if (head.Target is not (ScriptVariableGlobal or ScriptVariableLocal)
            || head.Arguments.Any(argument => argument.Name is not null || argument.Value is not ScriptVariableGlobal))
        {
            Report(head.Span, ParserMessages.BadAssignmentTarget());
            return null;
        }

        if (ExpectRest("等号右边", "f(x) = <expression>") is not { } body)
            return null;
        ImmutableArray<ScriptParameterInfo> parameters =
        [
            .. head.Arguments.Select(argument => new ScriptParameterInfo(
                ((ScriptVariableGlobal)argument.Value).Name, typeof(object), false, null, false)),
        ];
        var name = _text.Substring(head.Target.Span.Start.Offset, head.Target.Span.Length);
        return new ScriptFunctionStatement(
            SpanFrom(start), (ScriptPathExpression)head.Target,
            new ScriptFunction(SpanFrom(start), name, parameters, body));
    }

    private ScriptFunction ParseAnonymousFunction(Token start)
    {
        var mode = _mode;
        _mode = default;
        var body = ParseFunctionBody(start);
        _mode = mode;
        return new ScriptFunction(SpanFrom(start), "do", null, body);
    }

    /// <summary>Reads the body of a function up to its <c>end</c>: no loop around it counts.</summary>
    private ScriptBlockStatement ParseFunctionBody(Token start)
    {
        var loops = _loops;
        _loops = 0;
        var body = ParseApart(start);
        _loops = loops;
        return body;
    }

    /// <summary>Reads a block whose output goes elsewhere: in HTML it begins and ends as text.</summary>
    private ScriptBlockStatement ParseApart(Token start)
    {
        var html = _html;
        var indent = _indent;
        if (_options.Html)
            _html = new HtmlState(HtmlKind.Text);
        var body = ParseBlockToEnd(start);
        if (_options.Html && _html.Kind is not HtmlKind.Text)
            Report(start, HtmlMessages.BlockLeavesText(start.Text!));
        _html = html;
        _indent = indent;
        return body;
    }
}
