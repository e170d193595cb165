using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Parsing;

/// <summary>
/// Reads tokens into a syntax tree. A mistake ends its statement; reading goes on with the next one, so that one run
/// reports them all.
/// </summary>
internal sealed partial class Parser
{
    private readonly string _text;
    private readonly string _file;
    private readonly ParserOptions _options;
    private readonly TokenList _tokens;
    private readonly List<LogMessage> _errors;
    private int _position;
    private int _depth;
    private int _loops;
    private string? _indent;

    private Parser(string text, string file, ParserOptions options, TokenList tokens, List<LogMessage> errors)
    {
        _text = text;
        _file = file;
        _options = options;
        _tokens = tokens;
        _errors = errors;
        _html = new HtmlState(options.Html ? HtmlKind.Text : HtmlKind.None);
    }

    private Token Current => _tokens[_position];

    /// <summary>The last token read, ends of lines left out.</summary>
    private Token Previous
    {
        get
        {
            var last = Math.Max(0, _position - 1);
            while (last > 0 && _tokens[last].Type == TokenType.NewLine)
                last--;
            return _tokens[last];
        }
    }

    /// <summary>The tree of a template and what is wrong with it, in the order of the text.</summary>
    public static (ScriptBlockStatement Page, ImmutableArray<LogMessage> Messages) Run(
        string text, string file, ParserOptions options, LexerOptions lexerOptions)
    {
        var (tokens, errors) = Lexer.Run(text, file, lexerOptions, options.ErrorLimit);
        var parser = new Parser(text, file, options, tokens, errors);
        var page = parser.ParsePage();
        return (page, errors.Count == 0
            ? []
            : [.. errors.DistinctBy(error => error.Span.Start.Offset).OrderBy(error => error.Span.Start.Offset)]);
    }

    private ScriptBlockStatement ParsePage()
    {
        var statements = ImmutableArray.CreateBuilder<ScriptNode>();
        ParseStatements(statements);
        while (Current.Type != TokenType.Eof)
        {
            ReportStray(Current);
            SkipStatement();
            ParseStatements(statements);
        }

        CheckHtmlAtEnd();
        return new ScriptBlockStatement(SpanFrom(_tokens[0]), statements.DrainToImmutable());
    }

    private void ReportStray(Token token) => Report(token, token.Text switch
    {
        "else" => ParserMessages.StrayElse(),
        "when" => ParserMessages.StrayWhen(),
        _ => ParserMessages.StrayEnd(),
    });

    /// <summary>Reads statements up to an <c>end</c>, <c>else</c> or <c>when</c>, or the end of the text.</summary>
    private void ParseStatements(ImmutableArray<ScriptNode>.Builder statements)
    {
        while (Current.Type != TokenType.Eof && !AtBlockEnd())
        {
            var token = Current;
            if (token.Type is TokenType.Raw or TokenType.Escape)
                statements.Add(ParseRaw());
            else if (token.Type is TokenType.CodeEnter or TokenType.CodeExit)
                EnterOrExit();
            else if (token.EndsStatement)
                Next();
            else if (ParseStatement() is { } statement)
                statements.Add(statement);
        }
    }

    private void EnterOrExit()
    {
        _indent = Current.Type == TokenType.CodeEnter ? Current.Text : null;
        Next();
    }

    private ScriptRawStatement ParseRaw()
    {
        var token = Next();
        AdvanceHtml(token.Text!);
        return new ScriptRawStatement(new SourceSpan(_file, token.Start, token.End), token.Text!);
    }

    private bool AtBlockEnd() => Current.Type == TokenType.Identifier && Current.Text is "end" or "else" or "when"
        && !(PeekToken(1).Is(".") || PeekToken(1).Is("="));

    /// <summary>Reads the block of a statement up to <c>end</c>, <c>else</c> or <c>when</c>, which it leaves.</summary>
    private ScriptBlockStatement ParseBlock(Token opener)
    {
        var start = Current;
        var statements = ImmutableArray.CreateBuilder<ScriptNode>();
        if (Enter(opener))
        {
            ParseStatements(statements);
            Leave();
        }

        return new ScriptBlockStatement(SpanFrom(start), statements.DrainToImmutable());
    }

    /// <summary>Reads a block with its <c>end</c>; <c>else</c> and <c>when</c> in it are mistakes.</summary>
    private ScriptBlockStatement ParseBlockToEnd(Token opener)
    {
        var block = ParseBlock(opener);
        while (Current.IsName("else") || Current.IsName("when"))
        {
            ReportStray(Current);
            SkipStatement();
            ParseBlock(opener);
        }

        ExpectBlockEnd(opener);
        return block;
    }

    private void ExpectBlockEnd(Token opener)
    {
        if (Current.IsName("end"))
            Next();
        else
            Report(opener, ParserMessages.EndMissing(opener.Text ?? "", LastCode().Start));
    }

    /// <summary>The last token of code before the end of the text.</summary>
    private Token LastCode()
    {
        var last = _position;
        while (last > 0 && _tokens[last].Type is TokenType.Eof or TokenType.Raw or TokenType.Escape)
            last--;
        return _tokens[last];
    }

    /// <summary>Goes one level deeper; false, with reading at its end, where that is too deep.</summary>
    private bool Enter(Token token)
    {
        if (_depth < Math.Min(_options.DepthLimit, 250) && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _depth++;
            return true;
        }

        Report(token, ParserMessages.NestedTooDeep(_options.DepthLimit));
        _position = _tokens.Count - 1;
        return false;
    }

    private void Leave() => _depth--;

    private Token Next()
    {
        var token = _tokens[_position];
        if (_position < _tokens.Count - 1)
            _position++;
        if (_mode.InBrackets)
            SkipNewLines();
        return token;
    }

    private Token PeekToken(int ahead) => _tokens[Math.Min(_tokens.Count - 1, _position + ahead)];

    private bool Accept(string sign)
    {
        if (!Current.Is(sign))
            return false;
        Next();
        return true;
    }

    private void SkipNewLines()
    {
        while (Current.Type == TokenType.NewLine)
            _position++;
    }

    private void SkipStatement()
    {
        do
            Next();
        while (!Current.EndsStatement);
    }

    private void ExpectEndOfStatement()
    {
        if (Current.EndsStatement)
            return;
        Report(Current, IsAssignment(Current)
            ? ParserMessages.NestedAssignment()
            : ParserMessages.EndOfStatementExpected(Describe(Current)));
        SkipStatement();
    }

    private static bool IsAssignment(Token token) => token.Is("=")
        || (token.Type == TokenType.Operator && ScriptBinaryOperators.TryCompound(token.Text!, out _));

    private SourceSpan SpanFrom(Token start) => new(_file, start.Start, Previous.End);

    private SourceSpan SpanFrom(ScriptNode start) => start.Span with { End = Previous.End };

    private SourceSpan SpanOf(Token token) => new(_file, token.Start, token.End);

    private void Report(Token token, TemplateMessage message) => Report(SpanOf(token), message);

    private void Report(SourceSpan span, TemplateMessage message)
    {
        if (_errors.Count > _options.ErrorLimit || (_errors.Count > 0 && _errors[^1].Span.Start == span.Start))
            return;
        if (_errors.Count == _options.ErrorLimit)
        {
            message = ParserMessages.TooManyErrors(_options.ErrorLimit);
            _position = _tokens.Count - 1;
        }

        _errors.Add(LogMessage.At(span, _text, message, _errors.Count > 0 ? _errors[^1] : null));
    }

    private string Describe(Token token)
    {
        if (token.Type == TokenType.Eof)
            return "`<EOF>`";
        if (token.Type == TokenType.NewLine)
            return ParserMessages.LineEnd;
        var length = Math.Min(_text.Length, token.End.Offset + 1) - token.Start.Offset;
        var text = _text.Substring(token.Start.Offset, Math.Clamp(length, 0, 40));
        return $"`{text.ReplaceLineEndings("\\n")}`";
    }
}
