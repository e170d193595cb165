using System.Text.RegularExpressions;

namespace ReportGen.Templating;

/// <summary>
/// One rendering: Scriban's context with escaping by place, strict names with suggestions, decimals, sources of figures, and
/// limits. Create a new one for every rendering. Not thread-safe.
/// </summary>
public sealed partial class RenderContext : TemplateContext
{
    private const string EmptyAttribute = "\"\"";

    private readonly Dictionary<string, SourceText> _sources = [];

    /// <summary>Creates a context.</summary>
    /// <param name="builtins">The functions that templates can call; null for <see cref="Builtins.Create"/>.</param>
    public RenderContext(ScriptObject? builtins = null)
        : base(builtins ?? Builtins.Create())
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
    /// <param name="error">What was thrown.</param>
    public TemplateError Describe(Exception error)
    {
        var span = error is ScriptRuntimeException known ? known.Span : CurrentSpan;
        var path = span.FileName ?? "";
        return (_sources.GetValueOrDefault(path) ?? new SourceText("", path)).ErrorAt(span, ReasonOf(error));
    }

    /// <summary>The value as printed text; never null.</summary>
    /// <exception cref="ScriptRuntimeException">The text is longer than the limit.</exception>
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
        if (!IsHtml) return Write(ToText(textAsObject));
        WriteValue(textAsObject, new HtmlPlace(HtmlContext.Text));
        return this;
    }

    /// <summary>Prepares for rendering a template, at the top level or included.</summary>
    internal void Begin(ReportTemplate template)
    {
        _sources[template.Source.Path] = template.Source;
        IsHtml = template.IsHtml;
    }

    private TemplateMessage ReasonOf(Exception error) => error switch
    {
        TemplateException own => own.Reason,
        ScriptAbortException => Messages.Cancelled(),
        ScriptRuntimeException { InnerException: RegexMatchTimeoutException } => Messages.RegexTimeOut(RegexTimeOut.TotalSeconds),
        ScriptRuntimeException { InnerException: InsufficientExecutionStackException } => Messages.StackFull(),
        ScriptRuntimeException { InnerException: OutOfMemoryException } => Messages.TooMuchMemory(AllocationLimit >> 20),
        ScriptParserRuntimeException { ParserMessages: [var first, ..] } => EngineMessages.Translate(first.Message),
        ScriptRuntimeException engine => EngineMessages.Translate(engine.OriginalMessage),
        _ => Messages.Unexpected(error.Message),
    };

    private bool FindVariable(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value)
    {
        value = variable is ScriptVariableLocal { BaseName: "" } ? new ScriptArray() : null;
        if (!IsStrict || value is not null) return true;
        var known = _globals.SelectMany(scope => scope.GetMembers()).Concat(SyntaxTree.NamesAssignedAround(variable));
        var suggestion = SimilarNames.Nearest(variable.Name, known);
        throw new TemplateException(span, Messages.UnknownVariable(variable.ToString(), suggestion));
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
        var suggestion = SimilarNames.Nearest(member, known);
        throw new TemplateException(span, Messages.UnknownMember(member, GetTypeName(target), suggestion));
    }
}
