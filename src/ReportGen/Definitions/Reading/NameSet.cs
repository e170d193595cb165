using System.Text.RegularExpressions;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Reading;

/// <summary>The ids or names of one sort, such as all tables: declared once each, and looked up afterwards.</summary>
/// <param name="what">What they name, for messages: <c>表格</c>, <c>table</c>.</param>
internal sealed partial class NameSet(LocalizedText what)
{
    private readonly Dictionary<string, TextLocation> _names = new(StringComparer.Ordinal);

    /// <summary>The names so far.</summary>
    public IReadOnlyCollection<string> All => _names.Keys;

    /// <summary>Whether the name has been declared.</summary>
    public bool Contains(string name) => _names.ContainsKey(name);

    /// <summary>Declares an id: ASCII letters, digits and underscores. Reports a malformed or repeated one.</summary>
    public void AddId(YamlText? id)
    {
        if (id is null) return;
        if (IdPattern().IsMatch(id.Value)) Add(id);
        else id.Report(DefinitionMessages.MalformedId(id));
    }

    /// <summary>Declares a name that prose can use: letters (also Chinese ones), digits, underscores.</summary>
    public void AddName(YamlNode at, string name)
    {
        if (name.Length == 0) return;
        if (NamePattern().IsMatch(name)) Add(at, name);
        else at.Report(DefinitionMessages.MalformedName(at.Location, name));
    }

    /// <summary>Declares a text as it is. Reports a repeated one.</summary>
    public void Add(YamlText? text)
    {
        if (text is { Value.Length: > 0 }) Add(text, text.Value);
    }

    /// <summary>Declares a text that stands somewhere within <paramref name="at"/>. Reports a repeated one.</summary>
    public void Add(YamlNode at, string text)
    {
        if (!_names.TryAdd(text, at.Location)) at.Report(DefinitionMessages.Duplicate(at.Location, what, text, _names[text]));
    }

    /// <summary>Whether a use names something that exists; reports it otherwise.</summary>
    public bool Check(YamlText? use)
    {
        if (use is null) return false;
        if (_names.ContainsKey(use.Value)) return true;
        use.Report(DefinitionMessages.Unknown(use.Location, what, use.Value, All));
        return false;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
