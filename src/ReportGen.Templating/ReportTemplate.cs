namespace ReportGen.Templating;

/// <summary>
/// A parsed Scriban template with its errors as values and, for a page, every value placed in its HTML. Immutable; safe to
/// render in many threads at once.
/// </summary>
public sealed class ReportTemplate
{
    private const int ExpressionDepth = 200;
    private const int MaxErrors = 50;

    private static readonly ParserOptions s_exact = new() { ExpressionDepthLimit = ExpressionDepth, ParseFloatAsDecimal = true };
    private static readonly ParserOptions s_binary = new() { ExpressionDepthLimit = ExpressionDepth };

    private ReportTemplate(string text, string path, bool isHtml, Template? parsed, ImmutableArray<TemplateError> errors) =>
        (Text, Path, IsHtml, Parsed, Errors) = (text, path, isHtml, parsed, errors);

    /// <summary>The text it was read from.</summary>
    public string Text { get; }

    /// <summary>The path it was read from, for messages; <c>text</c> where none was given.</summary>
    public string Path { get; }

    /// <summary>Whether it makes HTML, so that values are escaped for the place where they stand.</summary>
    public bool IsHtml { get; }

    /// <summary>The errors found, in the order of the text; at most 50, and one that says so.</summary>
    public ImmutableArray<TemplateError> Errors { get; }

    /// <summary>Whether there are errors; such a template does not render.</summary>
    public bool HasErrors => !Errors.IsEmpty;

    /// <summary>Scriban's own template; null where there are errors.</summary>
    internal Template? Parsed { get; }

    /// <summary>The statements of the page; empty where there are errors.</summary>
    public IReadOnlyList<ScriptStatement> Statements => Parsed?.Page?.Body?.Statements ?? (IReadOnlyList<ScriptStatement>)[];

    /// <summary>Parses a template. Errors are in <see cref="Errors"/>; never throws for what the text says.</summary>
    /// <param name="text">The text of the template.</param>
    /// <param name="path">Its path, for messages and for finding includes.</param>
    /// <param name="isHtml">Whether it makes HTML.</param>
    /// <param name="usesDecimals">Whether a number with a point is decimal; otherwise double, as Scriban has it.</param>
    /// <param name="mode">Whether it is a template or code alone.</param>
    public static ReportTemplate Parse(
        string text, string path = "text", bool isHtml = false, bool usesDecimals = true, ScriptMode mode = ScriptMode.Default)
    {
        if (TextBounds.FindExcess(text, path) is { } excess)
            return new ReportTemplate(text, path, isHtml, null, [excess]);
        var parsed = Template.Parse(text, path, usesDecimals ? s_exact : s_binary, new LexerOptions { Mode = mode });
        var errors = parsed.HasErrors ? ErrorsOf(parsed, text, path) : CheckTree(parsed, text, path, isHtml);
        return new ReportTemplate(text, path, isHtml, errors.IsEmpty ? parsed : null, errors);
    }

    /// <summary>Renders in a context; errors are values.</summary>
    /// <param name="context">A context of its own for each rendering.</param>
    /// <param name="output">The result; empty where there are errors.</param>
    /// <returns>The errors: those of the text, or the one that ended the rendering; empty where all went well.</returns>
    public ImmutableArray<TemplateError> TryRender(RenderContext context, out string output)
    {
        output = "";
        if (HasErrors)
            return Errors;
        context.Begin(this);
        try
        {
            output = Parsed!.Render(context);
            return [];
        }
        catch (Exception error)
        {
            return [context.Describe(error)];
        }
    }

    /// <summary>The first errors in the order of the text, one for each place.</summary>
    private static ImmutableArray<TemplateError> ErrorsOf(Template parsed, string text, string path)
    {
        var places = parsed.Messages.Where(m => m.Type == ParserMessageType.Error)
            .GroupBy(m => Spans.Placed(m.Span, text, path).Start.Offset, (_, all) => all.MinBy(EngineMessages.Vagueness)!)
            .OrderBy(m => Spans.Placed(m.Span, text, path).Start.Offset).Take(MaxErrors + 1).ToList();
        var errors = ImmutableArray.CreateBuilder<TemplateError>();
        foreach (var message in places.Take(MaxErrors))
        {
            var span = Spans.Placed(message.Span, text, path);
            var reason = EngineMessages.Translate(message.Message, text, span);
            errors.Add(TemplateError.At(span, text, reason, errors.LastOrDefault()));
        }

        if (places.Count > MaxErrors)
            errors.Add(TemplateError.At(errors[^1].Span, text, Messages.TooManyErrors(MaxErrors), errors[^1]));
        return errors.ToImmutable();
    }

    private static ImmutableArray<TemplateError> CheckTree(Template parsed, string text, string path, bool isHtml)
    {
        if (SyntaxTree.FindExcess(parsed.Page!, text, path) is { } excess)
            return [excess];
        return isHtml ? HtmlPlacement.Place(parsed.Page!.Body!, text, path) : [];
    }
}
