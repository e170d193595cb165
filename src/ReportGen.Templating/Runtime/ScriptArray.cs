using System.Collections;
using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Runtime;

/// <summary>An array of the template language. It grows where a template writes past its end, and may have named members too.</summary>
public class ScriptArray : IList<object?>, IList, IScriptObject
{
    private readonly List<object?> _items;
    private ScriptObject? _members;

    /// <summary>An empty array.</summary>
    public ScriptArray() => _items = [];

    /// <summary>An empty array with room for <paramref name="capacity"/> items.</summary>
    public ScriptArray(int capacity) => _items = new List<object?>(capacity);

    /// <summary>An array of the items of <paramref name="items"/>.</summary>
    public ScriptArray(IEnumerable items)
    {
        _items = new List<object?>(items is ICollection collection ? collection.Count : 4);
        Append(items);
    }

    /// <summary>The number of items.</summary>
    public int Count => _items.Count;

    /// <inheritdoc cref="IScriptObject.IsReadOnly"/>
    public bool IsReadOnly { get; set; }

    /// <summary>The named members; empty for most arrays.</summary>
    public ScriptObject ScriptObject => _members ??= new ScriptObject();

    bool IList.IsFixedSize => IsReadOnly;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    int IScriptObject.Count => _members?.Count ?? 0;

    /// <summary>The item at <paramref name="index"/>, from zero; null outside. Setting past the end fills up with null.</summary>
    public object? this[int index]
    {
        get => index >= 0 && index < _items.Count ? _items[index] : null;
        set
        {
            if (index < 0 || IsReadOnly)
                return;
            while (_items.Count <= index)
                _items.Add(null);
            _items[index] = value;
        }
    }

    /// <summary>Adds an item at the end.</summary>
    public void Add(object? item)
    {
        if (!IsReadOnly)
            _items.Add(item);
    }

    /// <summary>Adds all items of <paramref name="items"/> at the end.</summary>
    public void AddRange(IEnumerable items)
    {
        if (!IsReadOnly)
            Append(ReferenceEquals(items, this) ? _items.ToArray() : items);
    }

    /// <inheritdoc cref="IList.Clear"/>
    public void Clear() => _items.Clear();

    /// <inheritdoc cref="IList.IndexOf"/>
    public int IndexOf(object? item) => _items.IndexOf(item);

    /// <inheritdoc cref="IList.Contains"/>
    public bool Contains(object? item) => _items.Contains(item);

    /// <inheritdoc cref="IList.Insert"/>
    public void Insert(int index, object? item)
    {
        while (_items.Count < index)
            _items.Add(null);
        _items.Insert(Math.Max(0, index), item);
    }

    /// <inheritdoc cref="IList.RemoveAt"/>
    public void RemoveAt(int index)
    {
        if (index >= 0 && index < _items.Count)
            _items.RemoveAt(index);
    }

    /// <inheritdoc/>
    public bool Remove(object? item) => _items.Remove(item);

    /// <inheritdoc/>
    public void CopyTo(object?[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <summary>The items, without allocating.</summary>
    public List<object?>.Enumerator GetEnumerator() => _items.GetEnumerator();

    IEnumerator<object?> IEnumerable<object?>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    public IEnumerable<string> GetMembers() => ["size", .. _members?.GetMembers() ?? []];

    /// <inheritdoc/>
    public bool Contains(string member) => member == "size" || (_members?.Contains(member) ?? false);

    /// <inheritdoc/>
    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        value = member == "size" ? Count : null;
        return member == "size" || (_members?.TryGetValue(context, span, member, out value) ?? false);
    }

    /// <inheritdoc/>
    public bool CanWrite(string member) => !IsReadOnly && member != "size" && (_members?.CanWrite(member) ?? true);

    /// <inheritdoc/>
    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) =>
        CanWrite(member) && ScriptObject.TrySetValue(context, span, member, value, readOnly);

    /// <inheritdoc/>
    public bool Remove(string member) => _members?.Remove(member) ?? false;

    /// <inheritdoc/>
    public void SetReadOnly(string member, bool readOnly) => _members?.SetReadOnly(member, readOnly);

    /// <inheritdoc/>
    public IScriptObject Clone(bool deep)
    {
        if (deep)
            return Copies.Deep(this);
        var copy = new ScriptArray(_items.Count);
        CopyTo(copy, value => value);
        return copy;
    }

    /// <summary>Adds what <paramref name="change"/> makes of each item and member to another array.</summary>
    internal void CopyTo(ScriptArray copy, Func<object?, object?> change)
    {
        copy._items.AddRange(_items.Select(change));
        _members?.CopyTo(copy.ScriptObject, change);
    }

    private void Append(IEnumerable items)
    {
        if (items is ScriptArray array)
        {
            _items.AddRange(array._items);
            return;
        }

        foreach (var item in items)
            _items.Add(item);
    }

    int IList.Add(object? value)
    {
        Add(value);
        return _items.Count - 1;
    }

    void IList.Remove(object? value) => _items.Remove(value);

    void ICollection.CopyTo(Array array, int index) => ((ICollection)_items).CopyTo(array, index);
}
