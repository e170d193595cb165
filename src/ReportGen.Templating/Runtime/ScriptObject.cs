using System.Collections;
using System.Diagnostics.CodeAnalysis;
using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Runtime;

/// <summary>An object of the template language: named values in the order they were set. Not thread-safe for writing.</summary>
public class ScriptObject : IScriptObject, IDictionary<string, object?>
{
    /// <summary>Values by name; a constant one stands in a <see cref="Constant"/>.</summary>
    private readonly OrderedDictionary<string, object?> _members = new(StringComparer.Ordinal);

    private sealed record Constant(object? Value);

    /// <inheritdoc cref="IScriptObject.Count"/>
    public virtual int Count => _members.Count;

    /// <inheritdoc cref="IScriptObject.IsReadOnly"/>
    public virtual bool IsReadOnly { get; set; }

    /// <inheritdoc/>
    public ICollection<string> Keys => GetMembers().ToArray();

    /// <inheritdoc/>
    public ICollection<object?> Values => this.Select(pair => pair.Value).ToArray();

    /// <summary>A member's value; null where there is none. Setting ignores a constant member.</summary>
    public object? this[string key]
    {
        get => TryGetValue(key, out var value) ? value : null;
        set => TrySetValue(null, default, key, value, false);
    }

    /// <inheritdoc/>
    public virtual IEnumerable<string> GetMembers() => _members.Keys;

    /// <inheritdoc/>
    public virtual bool Contains(string member) => _members.ContainsKey(member);

    /// <summary>Reads a member; false where there is none.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) =>
        TryGetValue(null, default, key, out value);

    /// <inheritdoc/>
    public virtual bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        var found = _members.TryGetValue(member, out var slot);
        value = slot is Constant constant ? constant.Value : slot;
        return found;
    }

    /// <inheritdoc/>
    public virtual bool CanWrite(string member) =>
        !IsReadOnly && !(_members.TryGetValue(member, out var slot) && slot is Constant);

    /// <inheritdoc/>
    public virtual bool TrySetValue(
        TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly)
    {
        if (!CanWrite(member))
            return false;
        SetValue(member, value, readOnly);
        return true;
    }

    /// <summary>Sets a member whatever it was, and makes it constant if asked.</summary>
    public void SetValue(string member, object? value, bool readOnly = false) =>
        _members[member] = readOnly ? new Constant(value) : value;

    /// <inheritdoc cref="IScriptObject.Remove"/>
    public virtual bool Remove(string member) => CanWrite(member) && _members.Remove(member);

    /// <inheritdoc/>
    public virtual void SetReadOnly(string member, bool readOnly)
    {
        if (_members.TryGetValue(member, out var slot))
            SetValue(member, slot is Constant constant ? constant.Value : slot, readOnly);
    }

    /// <inheritdoc/>
    public virtual IScriptObject Clone(bool deep)
    {
        if (deep)
            return Copies.Deep(this);
        var copy = new ScriptObject();
        CopyTo(copy, value => value);
        return copy;
    }

    /// <summary>Sets what <paramref name="change"/> makes of each member in another object.</summary>
    internal void CopyTo(ScriptObject copy, Func<object?, object?> change)
    {
        foreach (var (name, slot) in _members)
            copy._members[name] = slot is Constant constant ? new Constant(change(constant.Value)) : change(slot);
    }

    /// <inheritdoc/>
    public void Add(string key, object? value) => TrySetValue(null, default, key, value, false);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Contains(key);

    /// <inheritdoc/>
    public void Clear() => _members.Clear();

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        foreach (var name in GetMembers())
            yield return new KeyValuePair<string, object?>(name, this[name]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) =>
        Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        TryGetValue(item.Key, out var value) && Equals(value, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) => Remove(item.Key);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex)
    {
        foreach (var pair in this)
            array[arrayIndex++] = pair;
    }
}
