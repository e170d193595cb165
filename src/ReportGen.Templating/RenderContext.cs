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
    public Func<object, string, string>? SourceWriter { get; set; }

    /// <summary>
    /// The templates parsed for <c>include</c>. Default: a cache of this context's own; set it to share a cache.
    /// </summary>
    public TemplateCache Included { get; set; } = new();

    /// <summary>Describes what ended the rendering.</summary>
    /// <param name="error">What was thrown.</param>
    /// <returns>The error with its line of the template.</returns>
    public TemplateError Describe(Exception error)
    {
        var span = error is ScriptRuntimeException known ? known.Span : CurrentSpan;
        var path = span.FileName ?? "";
        return (_sources.GetValueOrDefault(path) ?? new SourceText("", path)).ErrorAt(span, ReasonOf(error));
    }

    /// <summary>The value as printed text; never null.</summary>
    /// <param name="value">The value, plain or with a source; HTML in a page becomes its text.</param>
    /// <exception cref="ScriptRuntimeException">The text is longer than the limit.</exception>
    public string ToText(object? value) => ObjectToString(value) ?? "";

    /// <summary>Writes a value like an expression does.</summary>
    /// <param name="value">The value; null writes nothing, or an empty attribute value where one begins.</param>
    /// <param name="place">The place in the HTML.</param>
    internal void WriteValue(object? value, HtmlPlace place)
    {
        var plain = ISourcedValue.Plain(value);
        var text = plain is null ? "" : HtmlEscaper.ForPlace(this, plain, place);
        if (text.Length == 0 && place.Begins) text = EmptyAttribute;
        if (place.Context == HtmlContext.Text && plain is not null && value is ISourcedValue sourced)
            text = SourceWriter?.Invoke(sourced.Source, text) ?? text;
        Write(text);
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (!IsHtml) return Write(ToText(textAsObject));
        WriteValue(textAsObject, new HtmlPlace(HtmlContext.Text));
        return this;
    }

    /// <inheritdoc/>
    public override string? GetTemplatePathFromName(string? templateName, ScriptNode? callerContext)
    {
        var span = callerContext?.Span ?? CurrentSpan;
        var loader = TemplateLoader ?? throw new TemplateException(span, Messages.NoLoader());
        return loader.GetPath(this, span, templateName ?? "")
            ?? throw new TemplateException(span, Messages.IncludeNotFound(templateName ?? ""));
    }

    /// <inheritdoc/>
    protected override Template CreateTemplate(string templatePath, ScriptNode? callerContext)
    {
        var span = callerContext?.Span ?? CurrentSpan;
        var key = (templatePath, IsHtml);
        if (!Included.TryGetValue(key, out var template) && TemplateLoader?.Load(this, span, templatePath) is { } text)
            template = Included.GetOrAdd(key, ReportTemplate.Parse(text, templatePath, IsHtml, UsesDecimals));
        return Usable(span, template ?? throw new TemplateException(span, Messages.IncludeNotFound(templatePath)));
    }

    /// <summary>Runs a text: a template, whose result is its output, or code, whose result is a value.</summary>
    /// <exception cref="ScriptRuntimeException">The text has errors, or fails to run.</exception>
    internal object? Run(SourceSpan span, string text, bool isTemplate)
    {
        CheckLength(span, text.Length);
        var mode = isTemplate ? ScriptMode.Default : ScriptMode.ScriptOnly;
        var template = Usable(span, ReportTemplate.Parse(text, span.FileName + ":eval", IsHtml, UsesDecimals, mode));
        if (isTemplate) return AsHtml(RenderTemplate(template, [], CurrentNode));
        var prints = EnableOutput;
        EnterRecursive(CurrentNode);
        EnableOutput = false;
        try
        {
            return Evaluate(template.Page, false);
        }
        finally
        {
            EnableOutput = prints;
            ExitRecursive(CurrentNode);
        }
    }

    /// <summary>The output of a template, as a value.</summary>
    internal object AsHtml(string printed) => IsHtml ? new HtmlString(printed) : printed;

    /// <summary>Prepares for rendering a template, at the top level or included.</summary>
    internal void Begin(ReportTemplate template)
    {
        _sources[template.Source.Path] = template.Source;
        IsHtml = template.IsHtml;
    }

    private Template Usable(SourceSpan span, ReportTemplate template)
    {
        _sources[template.Source.Path] = template.Source;
        return template.HasErrors ? throw new TemplateException(span, Messages.BadInclude(template.Errors[0])) : template.Parsed!;
    }

    private TemplateMessage ReasonOf(Exception error) => error switch
    {
        TemplateException own => own.Reason,
        ScriptAbortException => Messages.Cancelled(),
        ScriptRuntimeException { InnerException: RegexMatchTimeoutException } => Messages.RegexTimeOut(RegexTimeOut.TotalSeconds),
        ScriptRuntimeException { InnerException: InsufficientExecutionStackException } => Messages.StackFull(),
        ScriptRuntimeException { InnerException: OutOfMemoryException } => Messages.TooMuchMemory(AllocationLimit >> 20),
        ScriptParserRuntimeException { ParserMessages: [var first, ..] } => ScribanMessages.Translate(first.Message),
        ScriptRuntimeException runtime => ScribanMessages.Translate(runtime.OriginalMessage),
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
        var mayBeMissing = CurrentNode is ScriptMemberExpression { DotToken.TokenType: TokenType.QuestionDot }
            or ScriptMemberExpression { Target: ScriptVariableLocal { BaseName: "" } };
        if (!IsStrict || mayBeMissing) return true;
        var known = GetMemberAccessor(target).GetMembers(this, span, target);
        var suggestion = SimilarNames.Nearest(member, known);
        throw new TemplateException(span, Messages.UnknownMember(member, GetTypeName(target), suggestion));
    }
}
