using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

/// <summary>
/// The public static methods of a class as an object of functions, named in snake_case. Methods are found when the
/// library is first asked and bound when first called; both are shared by all contexts. What a template sets on the
/// library (<c>date.format</c>) stays in its own context.
/// </summary>
/// <remarks>
/// A method may begin with parameters <see cref="TemplateContext"/> and <see cref="SourceSpan"/>, which the runtime
/// fills in. Optional parameters and a last <c>params</c> array work as in C#; named arguments use the snake_case name
/// of the parameter. Arguments are converted by <see cref="TemplateContext.ToObject"/> and are never sourced values,
/// unless the parameter is marked <see cref="AsIsAttribute"/>. A text, number or date that comes back keeps the sources of
/// all arguments.
/// </remarks>
public class FunctionLibrary : ScriptObject
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, BoundFunction>> s_tables = new();

    // Publishing ahead of time keeps what is asked for by name here.
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)]
    private readonly Type _type;

    private IReadOnlyDictionary<string, BoundFunction>? _table;

    /// <summary>The library of <paramref name="functions"/>, a static class.</summary>
    /// <param name="name">The name of the library, for messages.</param>
    /// <param name="functions">The class.</param>
    public FunctionLibrary(string name, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type functions)
    {
        Name = name;
        _type = functions;
    }

    /// <summary>The name under which templates know it.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override int Count => GetMembers().Count();

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() =>
        Functions.Where(pair => !pair.Value.IsBeyondScriban).Select(pair => pair.Key)
            .Concat(base.GetMembers().Where(name => !Functions.ContainsKey(name)));

    /// <summary>Every function, also those that listing the members leaves out; for "did you mean".</summary>
    public IEnumerable<string> AllMembers => Functions.Keys;

    /// <inheritdoc/>
    public override bool Contains(string member) => base.Contains(member) || Functions.ContainsKey(member);

    /// <inheritdoc/>
    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (base.TryGetValue(context, span, member, out value))
            return true;
        var found = Functions.TryGetValue(member, out var function);
        value = function;
        return found;
    }

    private IReadOnlyDictionary<string, BoundFunction> Functions =>
        _table ??= s_tables.TryGetValue(_type, out var known) ? known : s_tables.GetOrAdd(_type, Find(Name, _type));

    private static Dictionary<string, BoundFunction> Find(
        string library, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type)
    {
        var table = new Dictionary<string, BoundFunction>(StringComparer.Ordinal);
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            var name = method.GetCustomAttribute<ScriptNameAttribute>()?.Name
                ?? StandardMemberRenamer.Rename(method.Name);
            table[name] = new BoundFunction($"{library}.{name}", method);
        }

        return table;
    }
}
