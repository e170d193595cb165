using Scriban.Functions;

namespace ReportGen.Templating.Functions;

/// <summary>
/// The functions that every template has: those of Scriban, some of them replaced, and the library <c>figure</c>. Created once
/// and shared, except <c>date</c>, whose format a template may set. Thread-safe.
/// </summary>
public static class Builtins
{
    private const string Date = "date";

    private static readonly Lazy<ScriptObject> s_shared = new(Make);

    /// <summary>Creates the functions for one rendering.</summary>
    public static ScriptObject Create()
    {
        var all = new ScriptObject();
        foreach (var (name, value) in s_shared.Value)
            all.SetValue(name, name == Date ? Wrapped((ScriptObject)((ScriptObject)value!).Clone(true)) : value, readOnly: true);
        return all;
    }

    private static ScriptObject Make()
    {
        var all = new ScriptObject();
        foreach (var (name, value) in new BuiltinFunctions())
            all[name] = value is ScriptObject library ? Wrapped(library) : value;
        all["figure"] = Wrapped(FigureLibrary());
        foreach (var (name, function) in ReplacedFunctions.All)
            ((ScriptObject)all[name.Split('.')[0]]!).SetValue(name.Split('.')[1], function, readOnly: true);
        all["html"] = new HtmlLibrary((ScriptObject)all["html"]!);
        all["include"] = new IncludedTemplate(new IncludeFunction());
        all["include_join"] = new IncludedTemplate(new IncludeJoinFunction());
        foreach (var library in all.Where(l => l.Key != Date).Select(l => l.Value).OfType<ScriptObject>())
            library.IsReadOnly = true;
        return all;
    }

    private static ScriptObject FigureLibrary()
    {
        var library = new ScriptObject();
        foreach (var (name, function) in FigureFunctions.All)
            library.SetValue(name, DynamicCustomFunction.Create(function), readOnly: true);
        return library;
    }

    private static ScriptObject Wrapped(ScriptObject library)
    {
        foreach (var (name, value) in library.ToList())
        {
            if (value is IScriptCustomFunction function and not (BuiltinFunction or CustomFunction))
                library.SetValue(name, new BuiltinFunction(function), readOnly: true);
        }

        return library;
    }

    /// <summary>
    /// Scriban's library, with the additional function <c>html.raw</c>, which <c>object.keys</c> does not list.
    /// </summary>
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
