using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportGen.Bindings;

/// <summary>Part of a report for templates and prose: named values that are looked up on demand and cannot be set.</summary>
internal abstract class ReadOnlyScope : IScriptObject
{
    /// <inheritdoc/>
    public int Count => GetMembers().Count();

    /// <inheritdoc/>
    public bool IsReadOnly
    {
        get => true;
        set { }
    }

    /// <summary>Looks up a value by name; false if there is none.</summary>
    protected abstract bool TryFind(string member, out object? value);

    /// <inheritdoc/>
    public abstract IEnumerable<string> GetMembers();

    /// <inheritdoc/>
    public bool Contains(string member) => TryFind(member, out _);

    /// <inheritdoc/>
    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value) =>
        TryFind(member, out value);

    /// <inheritdoc/>
    public bool CanWrite(string member) => false;

    /// <inheritdoc/>
    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) => false;

    /// <inheritdoc/>
    public bool Remove(string member) => false;

    /// <inheritdoc/>
    public void SetReadOnly(string member, bool readOnly)
    {
    }

    /// <inheritdoc/>
    public IScriptObject Clone(bool deep) => this;
}
