using System.Text.RegularExpressions;

namespace ReportGen.Templating;

/// <summary>
/// One rendering: Scriban's context with escaping by place, strict names with suggestions, decimals, sources of figures, and
/// limits. Create a new one for every rendering. Not thread-safe.
/// </summary>
public sealed partial class RenderContext : TemplateContext
{
    private const string EmptyAttribute = "\"\"";

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Creates a context with the built-in functions.</summary>
    public RenderContext()
        : this(Builtins.Create())
    {
    }

    /// <summary>Creates a context with other built-in functions.</summary>
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

    /// <summary>
    /// Whether unknown variables, members and indices are errors; otherwise they are null, as in Scriban. Default: true.
    /// </summary>
    public bool IsStrict
    {
        get => StrictVariables;
        set
        {
            StrictVariables = value;
            EnableRelaxedIndexerAccess = !value;
        }
    }

    /// <summary>Whether numbers are decimal, so that 0.1 + 0.2 is 0.3; otherwise double, as in Scriban. Default: true.</summary>
    public bool UsesDecimals { get; set; } = true;

    /// <summary>Whether the current template produces HTML.</summary>
    public bool IsHtml { get; internal set; }

    /// <summary>
    /// Converts a sourced value in HTML text to HTML that includes its source. Receives the source and the value as escaped
    /// HTML text; the result is written unchanged. Null to print such values plainly.
    /// </summary>
    public Func<object, string, string>? ProvenanceWriter { get; set; }

    /// <summary>
    /// The templates parsed for <c>include</c>. Default: a cache of this context's own; set it to share a cache.
    /// </summary>
    public TemplateCache Included { get; set; } = new();

    /// <summary>The error that ended the rendering, with its line of the template.</summary>
    public TemplateError Describe(Exception error)
    {
        var (span, reason) = ReasonOf(error);
        var path = span.FileName ?? "";
        var text = _texts.GetValueOrDefault(path, "");
        return TemplateError.At(Spans.Placed(span, text, path), text, reason);
    }

    /// <summary>The value as printed text; never null.</summary>
    public string ToText(object? value) => ObjectToString(value) ?? "";

    /// <summary>Writes a value like an expression does.</summary>
    /// <param name="value">The value; null writes nothing, or an empty attribute value where one begins.</param>
    /// <param name="place">The place in the HTML.</param>
    internal void WriteValue(object? value, HtmlPlace place)
    {
        if (ISourcedValue.Plain(value) is not { } plain)
        {
            Write(place.Begins ? EmptyAttribute : "");
            return;
        }

        var text = HtmlEscaper.ForPlace(this, plain, place);
        if (text.Length == 0 && place.Begins) text = EmptyAttribute;
        if (place.Context == HtmlContext.Text && ProvenanceWriter is not null && value is ISourcedValue sourced)
            text = ProvenanceWriter(sourced.Source, text);
        Write(text);
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (IsHtml) WriteValue(textAsObject, new HtmlPlace(HtmlContext.Text));
        else if (ISourcedValue.Plain(textAsObject) is HtmlString html) Write(html.Html);
        else Write(ToText(textAsObject));
        return this;
    }

    /// <summary>Prepares for rendering a template, at the top level or included.</summary>
    internal void Begin(ReportTemplate template)
    {
        _texts[template.Path] = template.Text;
        IsHtml = template.IsHtml;
    }

    /// <summary>The reason for an exception: an error of the regular expressions, of a limit, or of Scriban.</summary>
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
        if (!IsStrict || value is not null) return true;
        var known = _globals.SelectMany(scope => scope.GetMembers()).Concat(Suggestions.AssignedIn(variable));
        throw new TemplateException(span, Messages.UnknownVariable(variable.ToString(), Suggestions.For(variable.Name, known)));
    }

    private bool FindMember(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = null;
        if (!IsStrict || CurrentNode is ScriptMemberExpression { DotToken.TokenType: TokenType.QuestionDot }
            or ScriptMemberExpression { Target: ScriptVariableLocal { BaseName: "" } })
        {
            return true;
        }

        var known = GetMemberAccessor(target).GetMembers(this, span, target);
        throw new TemplateException(span, Messages.UnknownMember(member, GetTypeName(target), Suggestions.For(member, known)));
    }
}
