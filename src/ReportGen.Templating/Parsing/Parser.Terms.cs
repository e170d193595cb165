using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Parsing;

internal sealed partial class Parser
{
    private const int LongestPath = 500;
    private const int LongestNumber = 400;

    /// <summary>Reads a literal, name or bracket with the members and indexes after it.</summary>
    private ScriptExpression? ParseTerm()
    {
        var start = Current;
        var term = ParsePrimary();
        for (var links = 0; term is not null; links++)
        {
            if (links == LongestPath)
            {
                Report(start, ParserMessages.NestedTooDeep(LongestPath));
                return null;
            }

            if (Current.Is(".") || Current.Is("?."))
                term = ParseMember(term);
            else if ((Current.Is("[") || Current.Is("?[")) && IsAdjacent())
                term = ParseIndexer(term);
            else if (Current.Is("(") && IsAdjacent() && term is ScriptPathExpression or ScriptNestedExpression or ScriptFunctionCall && Current.Is("("))
                term = ParseExplicitCall(term);
            else
                break;
        }

        return term;
    }

    private bool IsAdjacent() => Previous.End.Offset + 1 == Current.Start.Offset;

    private ScriptExpression? ParsePrimary()
    {
        var token = Current;
        switch (token.Type)
        {
            case TokenType.Identifier:
                return ParseName(Next());
            case TokenType.LocalIdentifier:
                return ParseLocal(Next());
            case TokenType.Integer:
                return ParseInteger(Next());
            case TokenType.Float:
                return ParseFraction(Next());
            case TokenType.String:
                return new ScriptLiteral(SpanOf(Next()), token.Text);
            case TokenType.InterpolationBegin:
                return ParseInterpolation(Next());
            default:
                return ParseBracket(token);
        }
    }

    private ScriptExpression? ParseBracket(Token token)
    {
        if (token.Is("("))
            return ParseNested(Next());
        if (token.Is("["))
            return ParseArray(Next());
        if (token.Is("{"))
            return ParseObject(Next());
        Report(token, ParserMessages.ExpressionExpected("此处", "<expression>", Describe(token)));
        return null;
    }

    private ScriptExpression? ParseName(Token token)
    {
        var span = SpanOf(token);
        switch (token.Text)
        {
            case "true" or "false":
                return new ScriptLiteral(span, token.Text == "true");
            case "null":
                return new ScriptLiteral(span, null);
            case "this":
                return new ScriptThisExpression(span);
            case "do":
                return ParseAnonymousFunction(token);
            case "for" or "while" or "tablerow":
                CheckLoopMember(token);
                break;
        }

        return new ScriptVariableGlobal(span, token.Text!);
    }

    private void CheckLoopMember(Token loop)
    {
        var known = loop.Text == "for" ? LoopState.ForMembers
            : loop.Text == "while" ? LoopState.WhileMembers : LoopState.TableMembers;
        var member = PeekToken(1);
        if (Current.Is(".") && member.Type == TokenType.Identifier && !known.Contains(member.Text))
            Report(loop, ParserMessages.BadLoopVariable($"{loop.Text}.{member.Text}")
                .WithSuggestion(Suggestions.For(member.Text!, known)));
    }

    private ScriptExpression ParseLocal(Token token)
    {
        var span = SpanOf(token);
        var name = token.Text!;
        if (name.Length == 0)
            return new ScriptArguments(span);
        if (name == "$")
            return new ScriptBlockDelegate(span);
        return name.Length < 9 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new ScriptIndexerExpression(span, new ScriptArguments(span), new ScriptLiteral(span, index), false)
            : new ScriptVariableLocal(span, name);
    }

    private ScriptLiteral? ParseInteger(Token token)
    {
        var digits = token.Text!.Replace("_", "", StringComparison.Ordinal);
        var style = digits.Length < 2 ? ' ' : char.ToLowerInvariant(digits[1]);
        var plain = style is 'x' or 'b' ? digits[2..].TrimEnd('u', 'U') : digits;
        var kind = style switch
        {
            'x' => NumberStyles.AllowHexSpecifier,
            'b' => NumberStyles.AllowBinarySpecifier,
            _ => NumberStyles.None,
        };
        if (plain.Length is > 0 and <= LongestNumber && BigInteger.TryParse(
            kind == NumberStyles.None ? plain : "0" + plain, kind, CultureInfo.InvariantCulture, out var value))
            return new ScriptLiteral(SpanOf(token), Numbers.Smallest(value));
        Report(token, ParserMessages.BadNumber(Describe(token)));
        return null;
    }

    private ScriptExpression? ParseFraction(Token token)
    {
        var text = token.Text!.Replace("_", "", StringComparison.Ordinal);
        var suffix = char.ToLowerInvariant(text[^1]);
        var plain = suffix is 'f' or 'd' or 'm' ? text[..^1] : text;
        var span = SpanOf(token);
        if (plain.Length > LongestNumber
            || !double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || double.IsInfinity(number))
        {
            Report(token, ParserMessages.BadNumber(Describe(token)));
            return null;
        }

        decimal? exact = decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : null;
        return suffix switch
        {
            'm' => new ScriptLiteral(span, exact ?? (object)number),
            'f' => new ScriptLiteral(span, (float)number),
            'd' => new ScriptLiteral(span, number),
            _ when WholeNumber(plain) is { } whole => new ScriptLiteral(span, whole),
            _ => new ScriptFractionLiteral(span, number, exact),
        };
    }

    /// <summary>The value of <c>1e15</c>, which is a whole number; null for other forms.</summary>
    private static object? WholeNumber(string text) =>
        !text.Contains('.') && !text.Contains('-') && BigInteger.TryParse(
            text, NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            ? Numbers.Smallest(value)
            : null;

    private ScriptInterpolatedString? ParseInterpolation(Token begin)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        var expressions = ImmutableArray.CreateBuilder<ScriptExpression>();
        texts.Add(begin.Text!);
        while (Current.Type != TokenType.InterpolationEnd)
        {
            if (ParseInside() is not { } expression)
                return null;
            if (Current.Type != TokenType.InterpolationText)
            {
                Report(Current, ParserMessages.ClosingExpected("}", Describe(Current)));
                return null;
            }

            expressions.Add(expression);
            texts.Add(Next().Text!);
        }

        Next();
        return new ScriptInterpolatedString(SpanFrom(begin), texts.DrainToImmutable(), expressions.DrainToImmutable());
    }

    private ScriptMemberExpression? ParseMember(ScriptExpression target)
    {
        var optional = Next().Text == "?.";
        if (Current.Type != TokenType.Identifier)
        {
            Report(Current, ParserMessages.MemberNameExpected(Describe(Current)));
            return null;
        }

        var name = Next();
        return new ScriptMemberExpression(SpanFrom(target), target, name.Text!, SpanOf(name), optional);
    }

    private ScriptIndexerExpression? ParseIndexer(ScriptExpression target)
    {
        var optional = Next().Text == "?[";
        SkipNewLines();
        if (!StartsExpression(Current))
        {
            Report(Current, ParserMessages.ExpressionExpected("[ 后面", "<expression>[<index_expression>]", Describe(Current)));
            return null;
        }

        var index = ParseInside();
        return index is null || !ExpectClosing("]")
            ? null
            : new ScriptIndexerExpression(SpanFrom(target), target, index, optional);
    }

    private ScriptNestedExpression? ParseNested(Token open)
    {
        SkipNewLines();
        if (!StartsExpression(Current))
        {
            Report(Current, ParserMessages.ExpressionExpected("( 后面", "(<expression>)", Describe(Current)));
            return null;
        }

        var inner = ParseInside();
        return inner is null || !ExpectClosing(")") ? null : new ScriptNestedExpression(SpanFrom(open), inner);
    }

    private bool ExpectClosing(string sign)
    {
        SkipNewLines();
        if (Accept(sign))
            return true;
        Report(Current, IsAssignment(Current)
            ? ParserMessages.NestedAssignment()
            : ParserMessages.ClosingExpected(sign, Describe(Current)));
        return false;
    }
}
