using Scriban.Functions;

namespace ReportGen.Templating.Functions;

/// <summary>
/// The functions that every template has: Scriban's own, some of them replaced where reports need more, and the library
/// <c>figure</c>. Made once and shared; only <c>date</c>, whose format a template may set, is made for each rendering.
/// </summary>
public static class Builtins
{
    private const string Date = "date";

    private static readonly Lazy<ScriptObject> s_shared = new(Make);

    /// <summary>The functions for one rendering.</summary>
    public static ScriptObject Create()
    {
        var all = new ScriptObject();
        foreach (var (name, value) in s_shared.Value)
            all.SetValue(name, value, readOnly: true);
        all.SetValue(Date, Wrapped(Date, (ScriptObject)((ScriptObject)s_shared.Value[Date]!).Clone(true)), readOnly: true);
        return all;
    }

    /// <summary>The full names of all functions, such as <c>string.size</c>, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Names()
    {
        var all = Create();
        return [.. all.Where(l => l.Value is ScriptObject)
            .SelectMany(l => ((ScriptObject)l.Value!).Where(m => m.Value is IScriptCustomFunction).Select(m => $"{l.Key}.{m.Key}"))
            .Append("html.raw").Order(StringComparer.Ordinal)];
    }

    private static ScriptObject Make()
    {
        var all = new ScriptObject();
        foreach (var (name, value) in new BuiltinFunctions())
        {
            all[name] = value is ScriptObject library ? Wrapped(name, library) : value;
        }

        all["figure"] = Wrapped("figure", FigureLibrary());
        foreach (var (name, function) in ReplacedFunctions.All)
        {
            var (library, member) = (name.Split('.')[0], name.Split('.')[1]);
            ((ScriptObject)all[library]!).SetValue(member, function, readOnly: true);
        }

        all["html"] = new HtmlLibrary((ScriptObject)all["html"]!);

        all["include"] = new IncludedTemplate(new IncludeFunction());
        all["include_join"] = new IncludedTemplate(new IncludeJoinFunction());
        foreach (var (name, library) in all.Where(l => l.Value is ScriptObject && l.Key != Date))
            ((ScriptObject)library!).IsReadOnly = true;
        return all;
    }

    private static ScriptObject FigureLibrary()
    {
        var library = new ScriptObject();
        foreach (var (name, function) in FigureFunctions.All)
            library.SetValue(name, DynamicCustomFunction.Create(function), readOnly: true);
        return library;
    }

    private static ScriptObject Wrapped(string name, ScriptObject library)
    {
        foreach (var member in library.GetMembers().ToList())
        {
            if (library[member] is IScriptCustomFunction function and not (BuiltinFunction or CustomFunction))
                library.SetValue(member, new BuiltinFunction($"{name}.{member}", function), readOnly: true);
        }

        return library;
    }

    /// <summary>Scriban's library, with <c>html.raw</c>, which it lists to nobody: <c>object.keys</c> gives what Scriban's does.</summary>
    private sealed class HtmlLibrary : ScriptObject
    {
        public HtmlLibrary(ScriptObject library) => library.CopyTo(this);

        public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
        {
            value = member == "raw" ? ReplacedFunctions.Raw : null;
            return value is not null || base.TryGetValue(context, span, member, out value);
        }
    }
}
