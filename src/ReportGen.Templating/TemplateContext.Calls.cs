using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating;

public partial class TemplateContext
{
    /// <summary>Calls a function value, as <c>array.each</c> does with its argument.</summary>
    /// <param name="span">The place for messages.</param>
    /// <param name="function">A value of <see cref="IScriptCustomFunction"/>.</param>
    /// <param name="arguments">The arguments in order; a function that takes fewer gets the first ones.</param>
    /// <exception cref="ScriptRuntimeException">It is no function, or it fails.</exception>
    public object? CallFunction(SourceSpan span, object? function, params object?[] arguments)
    {
        if (Unwrap(function) is not IScriptCustomFunction callable)
            throw new ScriptRuntimeException(span, RuntimeMessages.NotAFunction(TypeName(function)));
        var most = callable.Parameters is { } parameters && !parameters.Any(p => p.TakesRest)
            ? parameters.Count
            : arguments.Length;
        return Call(new ScriptCallSite(span), callable, new ScriptArray(arguments.Take(most)), null);
    }

    /// <summary>Runs a text of the language in this context.</summary>
    /// <param name="span">The place for messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="isTemplate">
    /// Whether it is a template, whose result is the text it prints; otherwise it is code, whose result is the value of
    /// its last expression.
    /// </param>
    /// <exception cref="ScriptRuntimeException">The text has mistakes, or fails.</exception>
    public object? Evaluate(SourceSpan span, string text, bool isTemplate)
    {
        CheckStringLength(span, text.Length);
        CheckClock(span);
        var options = new LexerOptions { Mode = isTemplate ? ScriptMode.Default : ScriptMode.ScriptOnly };
        var template = Template.Parse(text, span.FileName + ":eval", new ParserOptions { Html = EnableHtmlEscape }, options);
        RememberSource(template);
        if (template.HasErrors)
            throw new ScriptRuntimeException(span, RuntimeMessages.BadInclude(template.Messages[0]));
        EnterCall(span);
        try
        {
            return isTemplate ? RenderNested(template, Local.Arguments) : EvaluateQuietly(template);
        }
        finally
        {
            LeaveCall();
        }
    }

    /// <summary>Renders the template of a name, as <c>include</c> does: text, or HTML where this template makes HTML.</summary>
    /// <exception cref="ScriptRuntimeException">There is none, it has mistakes, or it fails.</exception>
    internal object Include(SourceSpan span, string name, ScriptArray arguments) =>
        RenderNested(FindInclude(span, name), arguments);

    /// <summary>Renders the template of a name into the running output.</summary>
    /// <exception cref="ScriptRuntimeException">There is none, it has mistakes, or it fails.</exception>
    internal void WriteInclude(SourceSpan span, string name, ScriptArray arguments) =>
        RunNested(FindInclude(span, name), arguments);

    private Template FindInclude(SourceSpan span, string name)
    {
        var loader = TemplateLoader ?? throw new ScriptRuntimeException(span, RuntimeMessages.NoLoader());
        var path = loader.GetPath(this, span, name);
        var template = path is null ? null : TemplateCache.Get(path, EnableHtmlEscape, () => Read(loader, span, path));
        if (template is null)
            throw new ScriptRuntimeException(span, RuntimeMessages.IncludeNotFound(name));
        RememberSource(template);
        if (template.HasErrors)
            throw new ScriptRuntimeException(span, RuntimeMessages.BadInclude(template.Messages[0]));
        return template;
    }

    private Template? Read(ITemplateLoader loader, SourceSpan span, string path) =>
        loader.Load(this, span, path) is { } text
            ? Template.Parse(text, path, new ParserOptions { Html = EnableHtmlEscape })
            : null;

    /// <summary>Calls a function with arguments as the caller wrote them; named ones are members of the array.</summary>
    internal object? Call(
        ScriptNode caller, IScriptCustomFunction function, ScriptArray arguments, ScriptBlockStatement? block)
    {
        var arranged = function.Parameters is { } parameters
            ? Arguments.Arrange(caller.Span, function.Name, parameters, arguments)
            : arguments;
        EnterCall(caller.Span);
        try
        {
            return function.Invoke(this, caller, arranged, block);
        }
        finally
        {
            LeaveCall();
        }
    }

    /// <summary>Calls the value where it is a function, as naming a function does; any other value as it is.</summary>
    internal object? CallIfFunction(ScriptNode caller, object? value) =>
        value is IScriptCustomFunction function ? Call(caller, function, new ScriptArray(), null) : value;

    private object? EvaluateQuietly(Template template)
    {
        var output = EnableOutput;
        EnableOutput = false;
        try
        {
            return template.EvaluateIn(this);
        }
        finally
        {
            EnableOutput = output;
        }
    }

    /// <summary>Renders a template within this one, to a value of its own.</summary>
    internal object RenderNested(Template template, ScriptArray arguments)
    {
        PushOutput();
        string text;
        try
        {
            RunNested(template, arguments);
        }
        finally
        {
            text = PopOutput();
        }

        if (template.Options.Html)
            return new HtmlString(text);
        CheckStringLength(CurrentSpan, text.Length);
        return text;
    }

    private void RunNested(Template template, ScriptArray arguments)
    {
        var output = EnableOutput;
        EnableOutput = true;
        PushLocal(arguments, null);
        try
        {
            template.EvaluateIn(this);
        }
        finally
        {
            PopLocal();
            EnableOutput = output;
        }
    }
}
