namespace ReportGen.Templating;

/// <summary>
/// A parsed Scriban template with its errors and, for a page, the place of every value in its HTML. Immutable and thread-safe.
/// </summary>
public sealed class ReportTemplate
{
    private const int ExpressionDepth = 200;
    /// <summary>The largest number of errors that are reported for one template.</summary>
    internal const int MaxErrors = 50;

    private static readonly ParserOptions s_exact = new() { ExpressionDepthLimit = ExpressionDepth, ParseFloatAsDecimal = true };
    private static readonly ParserOptions s_binary = new() { ExpressionDepthLimit = ExpressionDepth };

    private ReportTemplate(SourceText source, bool isHtml, Template? parsed, ImmutableArray<TemplateError> errors) =>
        (Source, IsHtml, Parsed, Errors) = (source, isHtml, parsed, errors);

    /// <summary>Whether it produces HTML, so that values are escaped for their place.</summary>
    public bool IsHtml { get; }

    /// <summary>The errors found, in text order; at most 50, followed by one that reports that there are more.</summary>
    public ImmutableArray<TemplateError> Errors { get; }

    /// <summary>Whether there are errors. Such a template does not render.</summary>
    public bool HasErrors => !Errors.IsEmpty;

    /// <summary>The source text with its path.</summary>
    internal SourceText Source { get; }

    /// <summary>Scriban's template; null if there are errors.</summary>
    internal Template? Parsed { get; }

    /// <summary>The statements of the page; empty if there are errors.</summary>
    public IReadOnlyList<ScriptStatement> Statements => Parsed?.Page?.Body?.Statements ?? (IReadOnlyList<ScriptStatement>)[];

    /// <summary>Parses a template. Errors are in <see cref="Errors"/>; errors in the text are never thrown.</summary>
    /// <param name="text">The source text.</param>
    /// <param name="path">Its path, for messages and for finding includes.</param>
    /// <param name="isHtml">Whether it produces HTML.</param>
    /// <param name="usesDecimals">Whether a number with a decimal point is decimal; otherwise double, as in Scriban.</param>
    /// <param name="mode">Whether the text is a template, or code alone.</param>
    /// <returns>The template; if it has errors, it does not render.</returns>
    public static ReportTemplate Parse(
        string text, string path = "text", bool isHtml = false, bool usesDecimals = true, ScriptMode mode = ScriptMode.Default)
    {
        var source = new SourceText(text, path);
        if (source.FindExcess() is { } excess) return new ReportTemplate(source, isHtml, null, [excess]);
        var parsed = Template.Parse(text, path, usesDecimals ? s_exact : s_binary, new LexerOptions { Mode = mode });
        var errors = parsed.HasErrors ? ErrorsOf(parsed, source) : CheckTree(parsed, source, isHtml);
        return new ReportTemplate(source, isHtml, errors.IsEmpty ? parsed : null, errors);
    }

    /// <summary>Renders the template. Errors are returned.</summary>
    /// <param name="context">A new context for each rendering.</param>
    /// <param name="output">The output; empty if there are errors.</param>
    /// <returns>The errors: those of the text, or the one that ended the rendering; empty if none.</returns>
    public ImmutableArray<TemplateError> TryRender(RenderContext context, out string output)
    {
        output = "";
        if (HasErrors) return Errors;
        context.Begin(this);
        try
        {
            output = Parsed!.Render(context);
            return [];
        }
        catch (Exception error)
        {
            // Scriban throws exceptions of many types for errors in a template.
            return [context.Describe(error)];
        }
    }

    /// <summary>The first errors in text order, one for each place.</summary>
    private static ImmutableArray<TemplateError> ErrorsOf(Template parsed, SourceText source)
    {
        var places = parsed.Messages.Where(m => m.Type == ParserMessageType.Error)
            .GroupBy(m => source.Placed(m.Span).Start.Offset).OrderBy(g => g.Key).Take(MaxErrors + 1).ToList();
        var errors = ImmutableArray.CreateBuilder<TemplateError>();
        foreach (var place in places.Take(MaxErrors))
        {
            var message = place.MinBy(ScribanMessages.Vagueness)!;
            var reason = ScribanMessages.Translate(message.Message, source.Text, place.Key);
            errors.Add(source.ErrorAt(message.Span, reason, errors.LastOrDefault()));
        }

        if (places.Count > MaxErrors) errors.Add(source.ErrorAt(errors[^1].Span, Messages.TooManyErrors(MaxErrors), errors[^1]));
        return errors.ToImmutable();
    }

    private static ImmutableArray<TemplateError> CheckTree(Template parsed, SourceText source, bool isHtml)
    {
        if (SyntaxTree.FindExcess(parsed.Page!, source) is { } excess) return [excess];
        return isHtml ? new HtmlPlacement(source).Place(parsed.Page!.Body!) : [];
    }
}
