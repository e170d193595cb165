using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Functions;

/// <summary><c>include name arguments…</c>: renders another template. Its arguments are <c>$</c> there.</summary>
internal sealed class IncludeFunction : IScriptCustomFunction
{
    public string Name => "include";

    public IReadOnlyList<ScriptParameterInfo>? Parameters => null;

    public object? Invoke(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        return context.Include(callerContext.Span, TakeName(context, callerContext, arguments), arguments);
    }

    /// <summary>Renders the other template into the running output.</summary>
    public static void Write(TemplateContext context, ScriptNode callerContext, ScriptArray arguments)
    {
        context.EnterCall(callerContext.Span);
        try
        {
            context.WriteInclude(callerContext.Span, TakeName(context, callerContext, arguments), arguments);
        }
        finally
        {
            context.LeaveCall();
        }
    }

    private static string TakeName(TemplateContext context, ScriptNode callerContext, ScriptArray arguments)
    {
        if (arguments.Count == 0)
            throw new ScriptRuntimeException(
                callerContext.Span, RuntimeMessages.WrongArgumentCount("include", 0, 1, IncludeJoinFunction.NameParameter));
        var name = context.ObjectToString(arguments[0]);
        arguments.RemoveAt(0);
        return name;
    }
}

/// <summary>
/// <c>include_join names separator begin? end?</c>: renders templates with a separator between, and something before and
/// after where there is any text. A separator <c>tpl:name</c> is a template too.
/// </summary>
internal sealed class IncludeJoinFunction : IScriptCustomFunction
{
    private const string TemplatePrefix = "tpl:";

    public static readonly IReadOnlyList<ScriptParameterInfo> NameParameter =
        [new ScriptParameterInfo("name", typeof(string), false, null, false)];

    private static readonly IReadOnlyList<ScriptParameterInfo> s_parameters =
    [
        new("names", typeof(object), false, null, false),
        new("separator", typeof(object), true, null, false),
        new("begin", typeof(object), true, null, false),
        new("end", typeof(object), true, null, false),
    ];

    public string Name => "include_join";

    public IReadOnlyList<ScriptParameterInfo>? Parameters => s_parameters;

    public object? Invoke(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var span = callerContext.Span;
        object? text = null;
        foreach (var name in Lists.Walk(context, span, arguments[0]))
        {
            var part = context.Include(span, context.ObjectToString(name), new ScriptArray());
            text = text is null ? part : Join(context, span, Join(context, span, text, Mark(context, span, arguments[1])), part);
        }

        if (TemplateContext.IsEmpty(text))
            return "";
        text = Join(context, span, Mark(context, span, arguments[2]), text);
        return Join(context, span, text, Mark(context, span, arguments[3]));
    }

    private static object? Mark(TemplateContext context, SourceSpan span, object? mark)
    {
        var text = mark is HtmlString ? null : context.ObjectToString(mark);
        if (text is not null && text.StartsWith(TemplatePrefix, StringComparison.Ordinal))
            return context.Include(span, text[TemplatePrefix.Length..], new ScriptArray());
        return mark is string plain && context.EnableHtmlEscape ? new HtmlString(plain) : mark;
    }

    private static object? Join(TemplateContext context, SourceSpan span, object? left, object? right) =>
        BinaryOperations.Evaluate(context, span, ScriptBinaryOperator.Add, left ?? "", right ?? "");
}
