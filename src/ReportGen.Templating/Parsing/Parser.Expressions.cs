using System.Collections.Immutable;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Parsing;

internal sealed partial class Parser
{
    private const int PrecedenceOfOr = 2;
    private const int PrecedenceOfUnary = 100;

    /// <summary>Words that begin or end statements; they never begin an argument.</summary>
    private static readonly HashSet<string> s_reserved =
    [
        "if", "else", "end", "case", "when", "while", "for", "tablerow", "break", "continue", "capture", "with", "wrap",
        "func", "ret", "import", "readonly", "in",
    ];

    private ExpressionMode _mode;

    /// <summary>What the place of an expression forbids.</summary>
    /// <param name="NoCall">In an argument: what follows is the next argument, not one of its own.</param>
    /// <param name="InThen">Between <c>?</c> and <c>:</c>, where a colon does not name an argument.</param>
    /// <param name="InLoopHead">After <c>in</c>, where <c>limit:</c> and its like belong to the loop.</param>
    /// <param name="InBrackets">Inside brackets, where the end of a line means nothing.</param>
    private readonly record struct ExpressionMode(bool NoCall, bool InThen, bool InLoopHead, bool InBrackets = false);

    /// <summary>Reads a whole expression with conditions and pipes; null where there is a mistake.</summary>
    private ScriptExpression? ParseExpression()
    {
        if (!Enter(Current))
            return null;
        var left = ParseConditional();
        while (left is not null && AtPipe())
            left = ParsePipe(left);
        Leave();
        return left;
    }

    /// <summary>Reads an expression inside brackets, where nothing around it matters and it may go over several lines.</summary>
    private ScriptExpression? ParseInside()
    {
        var mode = _mode;
        _mode = new ExpressionMode(false, false, false, InBrackets: true);
        var expression = ParseExpression();
        _mode = mode;
        return expression;
    }

    /// <summary>Whether a pipe follows, in this line or at the start of the next.</summary>
    private bool AtPipe()
    {
        var ahead = 0;
        while (PeekToken(ahead).Type == TokenType.NewLine && _position + ahead < _tokens.Count - 1)
            ahead++;
        var next = PeekToken(ahead);
        if (!next.Is("|") && !next.Is("|>"))
            return false;
        _position += ahead;
        return true;
    }

    private ScriptExpression? ParsePipe(ScriptExpression from)
    {
        Next();
        SkipNewLines();
        if (!StartsExpression(Current))
        {
            Report(Current, ParserMessages.ExpressionExpected("| 后面", "<expression> | <expression>", Describe(Current)));
            return null;
        }

        if (ParseConditional() is not { } to)
            return null;
        if (PipeInto(to, from) is { } call)
            return call;
        Report(to.Span, ParserMessages.BadPipeTarget());
        return null;
    }

    /// <summary>The expression with <paramref name="from"/> as first argument of the call that it evaluates first.</summary>
    private ScriptExpression? PipeInto(ScriptExpression to, ScriptExpression from)
    {
        var chain = new Stack<ScriptBinaryExpression>();
        for (; to is ScriptBinaryExpression binary; to = binary.Left)
            chain.Push(binary);
        var result = PipeIntoTerm(to, from);
        while (result is not null && chain.TryPop(out var outer))
            result = new ScriptBinaryExpression(outer.Span, outer.Operator, outer.OperatorSpan, result, outer.Right);
        return result;
    }

    private ScriptExpression? PipeIntoTerm(ScriptExpression to, ScriptExpression from) => to switch
    {
        ScriptFunctionCall call => new ScriptFunctionCall(
            call.Span, call.Target, call.Arguments.Insert(0, new ScriptArgument(null, from)), call.ExplicitCall),
        ScriptPathExpression or ScriptFunction => new ScriptFunctionCall(
            to.Span, to, [new ScriptArgument(null, from)], false),
        ScriptConditionalExpression choice => PipeInto(choice.Condition, from) is { } condition
            ? new ScriptConditionalExpression(choice.Span, condition, choice.Then, choice.Otherwise)
            : null,
        ScriptNestedExpression nested => PipeInto(nested.Expression, from) is { } inner
            ? new ScriptNestedExpression(nested.Span, inner)
            : null,
        ScriptUnaryExpression unary => PipeIntoUnary(unary, from),
        _ => null,
    };

    private ScriptExpression? PipeIntoUnary(ScriptUnaryExpression unary, ScriptExpression from)
    {
        if (PipeInto(unary.Operand, from) is not { } operand)
            return null;
        return unary.Sign == "@" ? operand : new ScriptUnaryExpression(unary.Span, unary.Sign, operand);
    }

    private ScriptExpression? ParseConditional()
    {
        var condition = ParseBinary(0);
        if (condition is null || !Current.Is("?"))
            return condition;
        Next();
        const string Form = "<condition> ? <expression> : <expression>";
        var mode = _mode;
        _mode = mode with { InThen = true, NoCall = false };
        var then = ExpectRest("? 后面", Form);
        _mode = mode;
        if (then is null)
            return null;
        if (!Accept(":"))
        {
            Report(Current, ParserMessages.ClosingExpected(":", Describe(Current)));
            return null;
        }

        var otherwise = ExpectRest(": 后面", Form);
        return otherwise is null
            ? null
            : new ScriptConditionalExpression(SpanFrom(condition), condition, then, otherwise);
    }

    /// <summary>Reads terms and the operators between them that bind closer than <paramref name="least"/>.</summary>
    private ScriptExpression? ParseBinary(int least)
    {
        var left = ParseOperand(least);
        while (left is not null && Current.Type == TokenType.Operator
            && ScriptBinaryOperators.Precedence(Current.Text!, out var op) is var precedence && precedence > least)
        {
            var sign = Next();
            if (!GoesOn())
            {
                Report(Current, ParserMessages.ExpressionExpected(
                    sign.Text + " 后面", "<expression> operator <expression>", Describe(Current)));
                return null;
            }

            var right = ParseBinary(precedence);
            left = right is null
                ? null
                : new ScriptBinaryExpression(SpanFrom(left), op, SpanOf(sign), left, right);
        }

        return left;
    }

    private ScriptExpression? ParseOperand(int least)
    {
        var start = Current;
        if (start.Type == TokenType.Operator && start.Text is "!" or "-" or "+" or "@" or "^" or "++" or "--")
            return Enter(start) ? LeaveWith(ParseUnary(Next())) : null;
        if (ParseTerm() is not { } term)
            return null;
        if (Current.Is("++") || Current.Is("--"))
            return ParsePostfix(term);
        var callable = term is ScriptPathExpression or ScriptNestedExpression;
        return callable && !_mode.NoCall && StartsArgument() ? ParseCall(term, least) : term;
    }

    private ScriptExpression? LeaveWith(ScriptExpression? expression)
    {
        Leave();
        return expression;
    }

    private ScriptExpression? ParseUnary(Token sign)
    {
        if (!StartsExpression(Current))
        {
            Report(Current, ParserMessages.ExpressionExpected(
                sign.Text + " 后面", "<operator> <expression>", Describe(Current)));
            return null;
        }

        var mode = _mode;
        if (sign.Text is "@" or "^")
            _mode = mode with { NoCall = true };
        var operand = ParseOperand(PrecedenceOfUnary);
        _mode = mode;
        if (operand is null)
            return null;
        if (sign.Text is not ("++" or "--"))
            return new ScriptUnaryExpression(SpanFrom(sign), sign.Text!, operand);
        return Increment(SpanFrom(sign), sign, operand, true);
    }

    private ScriptIncrementExpression? ParsePostfix(ScriptExpression term)
    {
        var sign = Next();
        return Increment(SpanFrom(term), sign, term, false);
    }

    private ScriptIncrementExpression? Increment(SourceSpan span, Token sign, ScriptExpression target, bool isPrefix)
    {
        if (target is ScriptPathExpression { IsAssignable: true } path)
            return new ScriptIncrementExpression(span, path, sign.Text == "++", isPrefix);
        Report(sign, ParserMessages.BadIncrementTarget(sign.Text!));
        return null;
    }

    /// <summary>Whether an expression may begin with the token.</summary>
    private static bool StartsExpression(Token token) => token.Type switch
    {
        TokenType.Identifier => !s_reserved.Contains(token.Text!) || token.Text is "for" or "while" or "tablerow",
        TokenType.LocalIdentifier or TokenType.Integer or TokenType.Float or TokenType.String
            or TokenType.InterpolationBegin => true,
        TokenType.Operator => token.Text is "(" or "[" or "{" or "@" or "^" or "!" or "-" or "+" or "++" or "--",
        _ => false,
    };

    /// <summary>
    /// Whether an expression begins here, or on a line below: after an operator a statement cannot end. A line that is an
    /// assignment is a statement of its own.
    /// </summary>
    private bool GoesOn()
    {
        var ahead = 0;
        while (PeekToken(ahead).Type == TokenType.NewLine)
            ahead++;
        if (!StartsExpression(PeekToken(ahead)) || (ahead > 0 && IsAssignment(PeekToken(ahead + 1))))
            return false;
        _position += ahead;
        return true;
    }

    private bool StartsArgument()
    {
        if (Current.Type == TokenType.Operator)
            return Current.Text is "(" or "[" or "{" or "@" or "^" or "!";
        if (Current.Type != TokenType.Identifier)
            return StartsExpression(Current);
        if (_mode.InLoopHead && AtLoopOption())
            return false;
        return !s_reserved.Contains(Current.Text!) || PeekToken(1).Is(".") || PeekToken(1).Is(":");
    }

    /// <summary>Reads the arguments of <c>f a b</c>.</summary>
    private ScriptFunctionCall? ParseCall(ScriptExpression target, int least)
    {
        var arguments = ImmutableArray.CreateBuilder<ScriptArgument>();
        var mode = _mode;
        _mode = mode with { NoCall = true };
        while (StartsArgument())
        {
            string? name = null;
            if (AtArgumentName())
            {
                name = Next().Text;
                Next();
            }

            if (name is not null && !StartsExpression(Current))
                Report(Current, ParserMessages.ExpressionExpected(name + ":", "<name>: <expression>", Describe(Current)));
            var value = StartsExpression(Current) ? ParseBinary(least) : null;
            if (value is null)
            {
                _mode = mode;
                return null;
            }

            arguments.Add(new ScriptArgument(name, value));
        }

        _mode = mode;
        return new ScriptFunctionCall(SpanFrom(target), target, arguments.DrainToImmutable(), false);
    }

    private bool AtArgumentName() =>
        Current.Type == TokenType.Identifier && PeekToken(1).Is(":") && !_mode.InThen;
}
