using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Runtime;

/// <summary>Something with named members that a template may see.</summary>
public interface IScriptObject
{
    /// <summary>The number of members.</summary>
    int Count { get; }

    /// <summary>True when no member may be set or removed.</summary>
    bool IsReadOnly { get; set; }

    /// <summary>The names of the members, in order.</summary>
    IEnumerable<string> GetMembers();

    /// <summary>Whether there is such a member.</summary>
    bool Contains(string member);

    /// <summary>Reads a member; false where there is none.</summary>
    bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value);

    /// <summary>Whether the member may be set (it need not exist).</summary>
    bool CanWrite(string member);

    /// <summary>Sets a member; false where it may not be set.</summary>
    bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly);

    /// <summary>Removes a member; false where there is none or it may not be removed.</summary>
    bool Remove(string member);

    /// <summary>Makes a member constant, or open again.</summary>
    void SetReadOnly(string member, bool readOnly);

    /// <summary>A copy; with <paramref name="deep"/> the members' own objects and arrays are copied too.</summary>
    IScriptObject Clone(bool deep);
}
