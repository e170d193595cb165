using System.Runtime.CompilerServices;

namespace ReportGen.Templating.Names;

/// <summary>
/// What expressions of a template are without running it: an example of the value, as far as it follows from what the program
/// provides; null if unknown. Loops have the first item of their list.
/// </summary>
/// <param name="names">The variables that the program provides.</param>
/// <param name="nodes">All nodes of the templates that share their global variables.</param>
internal sealed class StaticValues(NameChecker names, IReadOnlyList<ScriptNode> nodes)
{
    private readonly ILookup<string, ScriptVariableGlobal> _globals =
        nodes.OfType<ScriptVariableGlobal>().Where(SyntaxTree.IsAssigned).ToLookup(v => v.Name);

    private readonly ILookup<string, ScriptFunctionCall> _calls =
        nodes.OfType<ScriptFunctionCall>().Where(c => c.Target is ScriptVariable).ToLookup(c => ((ScriptVariable)c.Target!).Name);

    /// <summary>The values in one template.</summary>
    /// <param name="page">The template.</param>
    /// <param name="arguments">The values of its arguments <c>$1</c>, <c>$2</c> …; null if unknown.</param>
    public Scope In(ScriptPage page, object?[]? arguments) => new(this, page, arguments);

    /// <summary>Tells values apart.</summary>
    public static string Identity(object? value) =>
        value is null ? "" : RuntimeHelpers.GetHashCode(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>The values in one template.</summary>
    internal sealed class Scope
    {
        private readonly StaticValues _all;
        private readonly object?[]? _arguments;
        private readonly ILookup<string, ScriptVariableLocal> _locals;
        private readonly Dictionary<ScriptNode, object?> _known = new(ReferenceEqualityComparer.Instance);

        public Scope(StaticValues all, ScriptPage page, object?[]? arguments)
        {
            (_all, _arguments) = (all, arguments);
            _locals = SyntaxTree.Walk(page).Select(n => n.Node).OfType<ScriptVariableLocal>().Where(SyntaxTree.IsAssigned)
                .ToLookup(v => v.Name);
        }

        /// <summary>The values in another template.</summary>
        public Scope In(ScriptPage page, object?[] arguments) => _all.In(page, arguments);

        /// <summary>An example of the value of an expression; null if unknown.</summary>
        public object? Of(ScriptNode? expression)
        {
            if (expression is null) return null;
            if (_known.TryGetValue(expression, out var known)) return known;
            // A variable that depends on itself is unknown.
            _known[expression] = null;
            return _known[expression] = Find(expression);
        }

        private object? Find(ScriptNode expression) => expression switch
        {
            ScriptNestedExpression nested => Of(nested.Expression),
            ScriptVariableLocal local => local.BaseName.Length == 0 ? null : Assigned(_locals[local.Name], local),
            ScriptVariableGlobal global => _all._globals.Contains(global.Name) ? Assigned(_all._globals[global.Name], global)
                : _all.Provided(global.Name),
            ScriptMemberExpression { Member: { } member } access => Member(Of(access.Target), member.Name),
            ScriptIndexerExpression { Target: ScriptVariableLocal { BaseName: "" } } argument => Argument(argument),
            ScriptIndexerExpression access => Item(Of(access.Target), access.Index),
            _ => null,
        };

        private static object? Member(object? owner, string name) =>
            owner is IScriptObject and not ScriptArray && ((IScriptObject)owner).TryGetValue(null!, default, name, out var value)
                ? value : null;

        private static object? Item(object? owner, ScriptExpression? index) => owner switch
        {
            ScriptArray list => First(list),
            IScriptObject when index is ScriptLiteral { Value: string name } => Member(owner, name),
            _ => null,
        };

        private static object? First(object? list) => list is ScriptArray { Count: > 0 } items ? items[0] : null;

        // What all assignments of a variable in its function, or in its template, have in common.
        private object? Assigned(IEnumerable<ScriptVariable> places, ScriptVariable variable)
        {
            var function = FunctionOf(variable);
            if (function?.Parameters?.Any(p => p.Name?.Name == variable.Name) == true) return null;
            var own = places.Where(p =>
                variable is ScriptVariableLocal ? FunctionOf(p) == function : p.Parent is not ScriptParameter);
            return Common([.. own.Select(AssignedAt)]);
        }

        private object? AssignedAt(ScriptVariable place) => place.Parent switch
        {
            ScriptForStatement loop when ReferenceEquals(loop.Variable, place) => First(Of(loop.Iterator)),
            ScriptAssignExpression { EqualToken.TokenType: TokenType.Equal } assignment => Of(assignment.Value),
            _ => null,
        };

        private object? Argument(ScriptIndexerExpression node)
        {
            if (node.Index is not ScriptLiteral { Value: int index }) return null;
            if (FunctionOf(node) is not { } function)
                return _arguments is not null && index >= 1 && index <= _arguments.Length ? _arguments[index - 1] : null;
            if (function.NameOrDoToken is not ScriptVariable { Name: var name }) return null;
            // All callers must agree on what they pass.
            return Common([.. _all._calls[name].Select(c => index < c.Arguments.Count ? Of(c.Arguments[index]) : null)]);
        }

        // The first value if all have the same members; otherwise it is unknown which of them it is.
        private static object? Common(IReadOnlyList<object?> values) =>
            values is [{ } first, ..] && values.All(v => v?.GetType() == first.GetType() && HasMembersOf(v, first))
                ? first : null;

        private static bool HasMembersOf(object value, object other) => (value, other) switch
        {
            (ScriptArray list, ScriptArray items) => First(list) is { } one && First(items) is { } two
                && one.GetType() == two.GetType() && HasMembersOf(one, two),
            (IScriptObject scope, IScriptObject example) => scope.GetMembers().SequenceEqual(example.GetMembers()),
            _ => true,
        };

        private static ScriptFunction? FunctionOf(ScriptNode node)
        {
            for (var parent = node.Parent; parent is not null; parent = parent.Parent)
                if (parent is ScriptFunction function) return function;
            return null;
        }
    }

    private object? Provided(string name) => names.TryGetProvided(name, out var value) ? value : null;
}
