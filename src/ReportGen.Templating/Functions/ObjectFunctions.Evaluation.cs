using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

public static partial class ObjectFunctions
{
    /// <summary>The value of the expression that the text is, or of the function; any other value as it is.</summary>
    public static object? Eval(TemplateContext context, SourceSpan span, object? value) =>
        Run(context, span, value, isTemplate: false);

    /// <summary>What the template that the text is prints, or the value of the function; any other value as it is.</summary>
    public static object? EvalTemplate(TemplateContext context, SourceSpan span, object? value) =>
        Run(context, span, value, isTemplate: true);

    private static object? Run(TemplateContext context, SourceSpan span, object? value, bool isTemplate) => value switch
    {
        string text => context.Evaluate(span, text, isTemplate),
        IScriptCustomFunction => context.CallFunction(span, value),
        _ => value,
    };
}
