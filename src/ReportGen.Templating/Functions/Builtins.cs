using Scriban.Functions;

namespace ReportGen.Templating.Functions;

/// <summary>
/// The functions that every template has: those of Scriban, some of them replaced, and the library <c>figure</c>. Created once
/// and shared, except <c>date</c>, whose format a template may set. Thread-safe.
/// </summary>
public static class Builtins
{
    private const string Date = "date";
    private const string TemplatePrefix = "tpl:";

    private static readonly Lazy<ScriptObject> s_shared = new(CreateShared);

    /// <summary>Creates the functions for one rendering.</summary>
    /// <returns>The libraries and functions by name; only <c>date</c> can be changed.</returns>
    public static ScriptObject Create()
    {
        var all = new ScriptObject();
        foreach (var (name, value) in s_shared.Value)
            all.SetValue(name, name == Date ? Adapted((ScriptObject)((ScriptObject)value!).Clone(true)) : value, readOnly: true);
        return all;
    }

    private static ScriptObject CreateShared()
    {
        var all = new BuiltinFunctions { ["figure"] = new FigureFunctions() };
        foreach (var library in all.Values.OfType<ScriptObject>()) Adapted(library);
        foreach (var (name, function) in ReplacedFunctions.All)
            ((ScriptObject)all[name.Split('.')[0]]!).SetValue(name.Split('.')[1], function, readOnly: true);
        all.SetValue("html", new HtmlLibrary((ScriptObject)all["html"]!), readOnly: true);
        all.SetValue("include", Including(new IncludeFunction(), (_, arguments) => arguments), readOnly: true);
        all.SetValue("include_join", Including(new IncludeJoinFunction(), Separated), readOnly: true);
        foreach (var (_, library) in all.Where(l => l.Key != Date && l.Value is ScriptObject))
            ((ScriptObject)library!).IsReadOnly = true;
        return all;
    }

    private static ScriptObject Adapted(ScriptObject library)
    {
        foreach (var (name, value) in library.ToList())
        {
            if (value is IScriptCustomFunction function and not CustomFunction)
                library.SetValue(name, Wrapped(function), readOnly: true);
        }

        return library;
    }

    /// <summary>
    /// A function that calls <paramref name="inner"/> with plain values; its result carries the sources of its arguments, is
    /// never a lazy list, and is decimal if the rendering uses decimals.
    /// </summary>
    private static CustomFunction Wrapped(IScriptCustomFunction inner) => new(inner, (context, caller, arguments) =>
    {
        var result = inner.Invoke(context, caller, Plain(context, inner, arguments), null);
        result = Exact(context, context.Materialized(caller?.Span ?? context.CurrentSpan, result));
        return JoinedSources.WithSourcesOf(result, [.. arguments]);
    });

    /// <summary>Scriban's <c>include</c> or <c>include_join</c>; in a page, its result is HTML.</summary>
    private static CustomFunction Including(IScriptCustomFunction inner, Func<RenderContext, ScriptArray, ScriptArray> prepare) =>
        new(inner, (context, caller, arguments) =>
            inner.Invoke(context, caller, prepare(context, arguments), null) is string text ? context.AsHtml(text) : null);

    /// <summary>The arguments of <c>include_join</c>: in a page, separators are escaped unless they are HTML.</summary>
    private static ScriptArray Separated(RenderContext context, ScriptArray arguments) =>
    [
        context.ToList(context.CurrentSpan, ISourcedValue.Plain(arguments[0])),
        .. arguments.Skip(1).Select(a => Separator(context, a)),
    ];

    private static string Separator(RenderContext context, object? value)
    {
        var text = context.ToText(value);
        var isText = !context.IsHtml || text.StartsWith(TemplatePrefix, StringComparison.Ordinal);
        return isText ? text : HtmlEscaper.AsHtml(context, value);
    }

    private static ScriptArray Plain(RenderContext context, IScriptFunctionInfo inner, ScriptArray arguments)
    {
        if (!arguments.Any(a => a is ISourcedValue or HtmlString or ScriptArray { Count: > 0 })) return arguments;
        var plain = (ScriptArray)arguments.Clone(false);
        for (var i = 0; i < plain.Count; i++)
        {
            var isRest = inner.VarParamKind == ScriptVarParamKind.LastParameter && i == inner.ParameterCount - 1;
            plain[i] = isRest && plain[i] is ScriptArray rest
                ? new ScriptArray(rest.Select(context.ToPlainValue))
                : context.ToPlainValue(plain[i]);
        }

        return plain;
    }

    private static object? Exact(RenderContext context, object? value)
    {
        if (!context.UsesDecimals || value is not (double or float)) return value;
        var number = Convert.ToDouble(value, null);
        return Math.Abs(number) < (double)decimal.MaxValue ? (decimal)number : value;
    }

    /// <summary>Scriban's library, and the function <c>html.raw</c>, which a list of its members does not contain.</summary>
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
