using System.Text.RegularExpressions;

namespace ReportGen.Templating;

/// <summary>
/// One rendering: Scriban's context with what reports need besides: escaping by place, strict names with suggestions,
/// decimals, sources of figures, limits. Make a new one for every rendering; not thread-safe.
/// </summary>
public sealed partial class RenderContext : TemplateContext
{
    private const string EmptyAttribute = "\"\"";

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>A context with the built-in functions.</summary>
    public RenderContext()
        : this(Builtins.Create())
    {
    }

    /// <summary>A context with other built-in functions.</summary>
    public RenderContext(ScriptObject builtins)
        : base(builtins)
    {
        LoopLimit = 1_000_000;
        OutputLimit = 64 << 20;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        OnStringLimit = ScriptLimitBehavior.Throw;
        RegexTimeOut = TimeSpan.FromSeconds(2);
        NewLine = "\n";
        IsStrict = true;
        TryGetVariable = FindVariable;
        TryGetMember = FindMember;
        PushGlobal(new ScriptObject());
    }

    /// <summary>Whether unknown variables, members and indices are errors; otherwise null, as in Scriban. True unless set.</summary>
    public bool IsStrict
    {
        get => StrictVariables;
        set
        {
            StrictVariables = value;
            EnableRelaxedIndexerAccess = !value;
        }
    }

    /// <summary>Whether 0.1 + 0.2 is 0.3: numbers are decimal; otherwise double, as in Scriban. True unless set.</summary>
    public bool UsesDecimals { get; set; } = true;

    /// <summary>Whether the template that is rendered makes HTML.</summary>
    public bool IsHtml { get; internal set; }

    /// <summary>
    /// Turns a sourced value in HTML text into HTML that tells its source, from the source and the value as escaped HTML text;
    /// what it gives is written as it is. Null prints such values plainly.
    /// </summary>
    public Func<object, string, string>? ProvenanceWriter { get; set; }

    /// <summary>Templates parsed for <c>include</c>; its own unless a shared one is set.</summary>
    public TemplateCache Included { get; set; } = new();

    /// <summary>What ended the rendering, with the line of the template where it did.</summary>
    public TemplateError Describe(Exception error)
    {
        var (span, reason) = ReasonOf(error);
        var path = span.FileName ?? "";
        var text = _texts.GetValueOrDefault(path, "");
        return TemplateError.At(Spans.Placed(span, text, path), text, reason);
    }

    /// <summary>The value as text as it prints, never null.</summary>
    public string ToText(object? value) => ObjectToString(value) ?? "";

    /// <summary>Writes a value as an expression does.</summary>
    /// <param name="value">The value; null writes nothing, but an empty attribute where one begins.</param>
    /// <param name="place">Where in HTML it stands.</param>
    internal void WriteValue(object? value, HtmlPlace place)
    {
        if (ISourcedValue.Plain(value) is not { } plain)
        {
            Write(place.Begins ? EmptyAttribute : "");
            return;
        }

        var text = HtmlEscaper.ForPlace(this, plain, place);
        if (text.Length == 0 && place.Begins)
            text = EmptyAttribute;
        if (place.Context == HtmlContext.Text && ProvenanceWriter is not null && value is ISourcedValue sourced)
            text = ProvenanceWriter(sourced.Source, text);
        Write(text);
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (IsHtml)
            WriteValue(textAsObject, new HtmlPlace(HtmlContext.Text));
        else if (ISourcedValue.Plain(textAsObject) is HtmlString html)
            Write(html.Html);
        else
            Write(ToText(textAsObject));
        return this;
    }

    /// <summary>Prepares for a template that is rendered at once, at the top or included.</summary>
    internal void Begin(ReportTemplate template)
    {
        _texts[template.Path] = template.Text;
        IsHtml = template.IsHtml;
    }

    /// <summary>The text of what was wrapped around: an error of the regular expressions, of a limit, or Scriban's own.</summary>
    private (SourceSpan Span, TemplateMessage Reason) ReasonOf(Exception error) => error switch
    {
        TemplateException own => (own.Span, own.Reason),
        ScriptRuntimeException known => (known.Span, ReasonOf(known)),
        _ => (CurrentSpan, Messages.Unexpected(error.Message)),
    };

    private TemplateMessage ReasonOf(ScriptRuntimeException error) => error switch
    {
        ScriptAbortException => Messages.Cancelled(),
        { InnerException: RegexMatchTimeoutException } => Messages.RegexTimeOut(RegexTimeOut.TotalSeconds),
        { InnerException: InsufficientExecutionStackException } => Messages.StackFull(),
        { InnerException: OutOfMemoryException } => Messages.TooMuchMemory(AllocationLimit >> 20),
        ScriptParserRuntimeException { ParserMessages: [var first, ..] } => EngineMessages.Translate(first.Message),
        _ => EngineMessages.Translate(error.OriginalMessage),
    };

    private bool FindVariable(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value)
    {
        value = variable is ScriptVariableLocal { BaseName: "" } ? new ScriptArray() : null;
        if (!IsStrict || value is not null)
            return true;
        var known = _globals.SelectMany(scope => scope.GetMembers()).Concat(Suggestions.AssignedIn(variable));
        throw new TemplateException(span, Messages.UnknownVariable(variable.ToString(), Suggestions.For(variable.Name, known)));
    }

    private bool FindMember(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = null;
        if (!IsStrict || CurrentNode is ScriptMemberExpression { DotToken.TokenType: TokenType.QuestionDot }
            or ScriptMemberExpression { Target: ScriptVariableLocal { BaseName: "" } })
            return true;
        var known = GetMemberAccessor(target).GetMembers(this, span, target);
        throw new TemplateException(span, Messages.UnknownMember(member, GetTypeName(target), Suggestions.For(member, known)));
    }
}
