using System.Globalization;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

/// <summary>The libraries of built-in functions as one object: <c>string</c>, <c>array</c>, <c>date</c> …</summary>
public class BuiltinFunctions : ScriptObject
{
    /// <summary>Each library by its name, with the static class that holds its functions.</summary>
    private static readonly (string Name, Type Functions)[] s_libraries =
    [
    ];

    /// <summary>All libraries. Cheap: functions are looked up when first used.</summary>
    public BuiltinFunctions()
    {
        foreach (var (name, functions) in s_libraries)
            SetValue(name, new FunctionLibrary(name, functions));
    }

    /// <summary>A date as it prints in <paramref name="context"/>.</summary>
    public virtual string FormatDate(TemplateContext context, DateTime date) =>
        date.ToString("dd MMM yyyy", CultureInfo.InvariantCulture);
}
