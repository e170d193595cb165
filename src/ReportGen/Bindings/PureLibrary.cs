using ReportGen.Templating.Functions;
using Scriban.Runtime;

namespace ReportGen.Bindings;

/// <summary>A library of built-in functions without those that prose may not call.</summary>
internal sealed class PureLibrary : ReadOnlyScope
{
    /// <summary>Functions that would make a report depend on the date, on randomness, or on text run as code.</summary>
    private static readonly (string Library, string Function)[] s_impure =
        [("object", "eval"), ("object", "eval_template"), ("date", "now"), ("date", "utc_now"), ("math", "random"),
            ("math", "uuid")];

    private readonly IScriptObject _all;
    private readonly string[] _left;

    private PureLibrary(IScriptObject all, string[] left) => (_all, _left) = (all, left);

    /// <summary>The deterministic built-in functions, which read nothing but their arguments.</summary>
    public static ScriptObject Functions()
    {
        var functions = Builtins.Create();
        foreach (var group in s_impure.GroupBy(f => f.Library, f => f.Function))
            functions.SetValue(group.Key, new PureLibrary((IScriptObject)functions[group.Key]!, [.. group]), readOnly: true);
        functions.Remove("include");
        functions.Remove("include_join");
        return functions;
    }

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => _all.GetMembers().Except(_left);

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        value = null;
        return !_left.Contains(member) && _all.TryGetValue(null!, default, member, out value);
    }
}
