using ReportGen.Templating;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportGen.Tests.Templating.Functions;

/// <summary>Calls a built-in function by name, with the conversions of a call from a template.</summary>
internal static class FunctionCalls
{
    public static string Text(string function, params object?[]? arguments) =>
        Text(new RenderContext(), function, arguments);

    public static string Text(RenderContext context, string function, params object?[]? arguments) =>
        context.ToText(Value(context, function, arguments));

    public static object? Value(RenderContext context, string function, params object?[]? arguments)
    {
        var names = function.Split('.');
        var library = (IScriptObject)context.BuiltinObject[names[0]]!;
        library.TryGetValue(context, default, names[1], out var found);
        return ScriptFunctionCall.Call(context, new ScriptNopStatement(), (IScriptCustomFunction)found!,
            new ScriptArray(arguments ?? [null]));
    }
}
