using System.Globalization;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Functions;

/// <summary>Cultures by the names that templates write.</summary>
internal static class Cultures
{
    /// <summary>The culture of that name, such as <c>zh-CN</c>; without a name the context's own.</summary>
    /// <exception cref="ScriptRuntimeException">There is no such culture.</exception>
    public static CultureInfo Find(TemplateContext context, SourceSpan span, string? name)
    {
        if (name is null)
            return context.CurrentCulture;
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw FunctionMessages.UnknownCulture(span, name);
        }
    }
}
