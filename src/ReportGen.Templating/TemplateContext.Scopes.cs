using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating;

public partial class TemplateContext
{
    /// <summary>From the outermost in: objects whose members are variables, and the scopes of running loops.</summary>
    private readonly List<object> _scopes = [];

    private readonly Stack<LocalScope> _locals = new();

    /// <summary>The object whose members are the variables that assignments make: <c>this</c>.</summary>
    public IScriptObject CurrentGlobal
    {
        get
        {
            for (var i = _scopes.Count - 1; i >= 0; i--)
            {
                if (_scopes[i] is IScriptObject scope)
                    return scope;
            }

            return BuiltinObject;
        }
    }

    /// <summary>What belongs to the running function or include.</summary>
    internal LocalScope Local => _locals.Peek();

    /// <summary>Makes the members of <paramref name="scriptObject"/> visible as variables, before all others.</summary>
    public void PushGlobal(IScriptObject scriptObject) => _scopes.Add(scriptObject);

    /// <summary>Takes away what <see cref="PushGlobal"/> made visible last.</summary>
    public IScriptObject PopGlobal()
    {
        var last = CurrentGlobal;
        _scopes.RemoveAt(_scopes.Count - 1);
        return last;
    }

    /// <summary>Opens the scope of a loop.</summary>
    internal void PushLoop(LoopScope loop) => _scopes.Add(loop);

    /// <summary>Closes the scope of a loop.</summary>
    internal void PopLoop() => _scopes.RemoveAt(_scopes.Count - 1);

    /// <summary>Opens the scope of a call.</summary>
    internal void PushLocal(ScriptArray arguments, ScriptBlockStatement? block) =>
        _locals.Push(new LocalScope(arguments, block));

    /// <summary>Closes the scope of a call.</summary>
    internal void PopLocal() => _locals.Pop();

    /// <summary>Reads a global variable; false where there is none.</summary>
    internal bool TryGetGlobal(SourceSpan span, string name, out object? value)
    {
        for (var i = _scopes.Count - 1; i >= 0; i--)
        {
            if (_scopes[i] is LoopScope loop)
            {
                if (TryGetLoop(loop, name, out value))
                    return true;
            }
            else if (((IScriptObject)_scopes[i]).TryGetValue(this, span, name, out value))
            {
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>Sets a global variable: the item of a running loop, or a member of <see cref="CurrentGlobal"/>.</summary>
    internal void SetGlobal(SourceSpan span, string name, object? value)
    {
        for (var i = _scopes.Count - 1; i >= 0 && _scopes[i] is LoopScope loop; i--)
        {
            if (loop.Variable != name)
                continue;
            loop.Item = value;
            return;
        }

        var owner = CurrentGlobal;
        if (!owner.Contains(name))
            CheckCount(span, owner.Count + 1L);
        if (!owner.TrySetValue(this, span, name, value, false))
            throw new ScriptRuntimeException(span, RuntimeMessages.ReadOnlyVariable(name));
    }

    /// <summary>The value of an unknown variable: null, or a mistake in strict mode.</summary>
    internal object? UnknownVariable(SourceSpan span, string name)
    {
        if (!StrictVariables)
            return null;
        var known = _scopes.SelectMany(NamesOf);
        throw new ScriptRuntimeException(span, RuntimeMessages.UnknownVariable(name, Suggestions.For(name, known)));
    }

    private static bool TryGetLoop(LoopScope loop, string name, out object? value)
    {
        value = loop.Variable == name ? loop.Item : loop.LoopName == name ? loop.State : null;
        return loop.Variable == name || loop.LoopName == name;
    }

    private static IEnumerable<string> NamesOf(object scope) => scope is LoopScope loop
        ? loop.Variable is null ? [] : [loop.Variable]
        : ((IScriptObject)scope).GetMembers();
}
