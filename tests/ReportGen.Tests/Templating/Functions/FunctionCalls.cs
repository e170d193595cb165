using System.Globalization;
using ReportGen.Templating;
using ReportGen.Templating.Runtime;

namespace ReportGen.Tests.Templating.Functions;

/// <summary>Calls a built-in function by its name, with the conversions that a template's call has.</summary>
internal static class FunctionCalls
{
    public static string Text(string function, params object?[]? arguments) =>
        Text(new TemplateContext(), function, arguments);

    public static string Text(TemplateContext context, string function, params object?[]? arguments) =>
        context.ObjectToString(Value(context, function, arguments));

    public static object? Value(TemplateContext context, string function, params object?[]? arguments)
    {
        var names = function.Split('.');
        var library = (ScriptObject)context.BuiltinObject[names[0]]!;
        return context.CallFunction(default, library[names[1]], arguments ?? [null]);
    }

    public static TemplateContext In(string culture) =>
        new() { CurrentCulture = CultureInfo.GetCultureInfo(culture) };
}
