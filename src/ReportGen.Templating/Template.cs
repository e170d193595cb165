using System.Collections.Immutable;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating;

/// <summary>A parsed template: immutable, safe to render in many threads at once.</summary>
public sealed class Template
{
    private Template(string text, string path, ParserOptions options, ScriptBlockStatement page, ImmutableArray<LogMessage> messages)
    {
        Text = text;
        SourceFilePath = path;
        Options = options;
        Page = page;
        Messages = messages;
    }

    /// <summary>The text it was read from.</summary>
    public string Text { get; }

    /// <summary>The path it was read from, for messages; <c>text</c> where none was given.</summary>
    public string SourceFilePath { get; }

    /// <summary>The settings it was read with.</summary>
    public ParserOptions Options { get; }

    /// <summary>The syntax tree; what could be read where there are mistakes.</summary>
    public ScriptBlockStatement Page { get; }

    /// <summary>The mistakes found, in the order of the text.</summary>
    public ImmutableArray<LogMessage> Messages { get; }

    /// <summary>Whether there are mistakes; such a template does not render.</summary>
    public bool HasErrors => !Messages.IsEmpty;

    /// <summary>Reads a template. Mistakes are in <see cref="Messages"/>; never throws for what the text says.</summary>
    /// <param name="text">The text of the template.</param>
    /// <param name="sourceFilePath">Its path, for messages and for finding includes.</param>
    /// <param name="parserOptions">Settings of the parser, or null for plain text.</param>
    /// <param name="lexerOptions">Settings of the lexer, or null for text with code.</param>
    public static Template Parse(
        string text, string? sourceFilePath = null, ParserOptions? parserOptions = null, LexerOptions? lexerOptions = null)
    {
        var path = sourceFilePath ?? "text";
        var options = parserOptions ?? ParserOptions.Default;
        var (page, messages) = Parser.Run(text, path, options, lexerOptions ?? LexerOptions.Default);
        return new Template(text, path, options, page, messages);
    }

    /// <summary>The value of an expression in a context; nothing is printed.</summary>
    /// <exception cref="ScriptRuntimeException">The text has mistakes, or fails.</exception>
    public static object? Evaluate(string text, TemplateContext context) =>
        context.Evaluate(new SourceSpan("text", default, default), text, false);

    /// <summary>Renders with the members of <paramref name="model"/> as variables and the settings of a new context.</summary>
    /// <exception cref="ScriptRuntimeException">The template has mistakes, or fails.</exception>
    public string Render(IScriptObject? model = null)
    {
        var context = new TemplateContext();
        if (model is not null)
            context.PushGlobal(model);
        return Render(context);
    }

    /// <summary>Renders in a context.</summary>
    /// <returns>All that was written, also what was in the context's output before.</returns>
    /// <exception cref="ScriptRuntimeException">The template has mistakes, or fails.</exception>
    public string Render(TemplateContext context)
    {
        if (HasErrors)
            throw new ScriptRuntimeException(Messages[0].Span, Messages[0].Reason);
        context.EnableHtmlEscape = Options.Html;
        context.RememberSource(this);
        try
        {
            EvaluateIn(context);
        }
        catch (Exception error) when (error is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(context.CurrentSpan, RuntimeMessages.Unexpected(error.Message), error);
        }

        return context.Output.ToString();
    }

    /// <summary>Renders in a context; mistakes are values.</summary>
    /// <param name="context">The context.</param>
    /// <param name="output">The result; empty where there are mistakes.</param>
    /// <returns>The mistakes: those of the text, or the one that ended the rendering; empty where all went well.</returns>
    public ImmutableArray<LogMessage> TryRender(TemplateContext context, out string output)
    {
        output = "";
        if (HasErrors)
            return Messages;
        try
        {
            output = Render(context);
            return [];
        }
        catch (ScriptRuntimeException error)
        {
            return [context.Describe(error)];
        }
    }

    /// <summary>Runs the page in a context and ends a <c>ret</c> in it.</summary>
    internal object? EvaluateIn(TemplateContext context)
    {
        try
        {
            return context.Evaluate(Page);
        }
        finally
        {
            context.FlowState = FlowState.None;
        }
    }
}
