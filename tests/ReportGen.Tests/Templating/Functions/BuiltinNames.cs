using ReportGen.Templating.Functions;
using Scriban.Runtime;

namespace ReportGen.Tests.Templating.Functions;

/// <summary>The full names of all built-in functions, such as <c>string.size</c>, in alphabetical order.</summary>
internal static class BuiltinNames
{
    public static string[] All() =>
    [
        .. Builtins.Create().Where(library => library.Value is ScriptObject)
            .SelectMany(library => (ScriptObject)library.Value!, (library, member) => (library.Key, Member: member))
            .Where(f => f.Member.Value is IScriptCustomFunction).Select(f => $"{f.Key}.{f.Member.Key}")
            .Append("html.raw").Order(StringComparer.Ordinal),
    ];
}
