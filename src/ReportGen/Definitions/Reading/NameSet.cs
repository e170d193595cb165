using System.Text.RegularExpressions;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Reading;

/// <summary>The declared ids or names of one type of item, such as tables.</summary>
/// <param name="what">The type of item, for messages: <c>表格</c>, <c>table</c>.</param>
internal sealed partial class NameSet(LocalizedText what)
{
    private readonly Dictionary<string, TextLocation> _names = new(StringComparer.Ordinal);

    /// <summary>The names declared so far.</summary>
    public IReadOnlyCollection<string> All => _names.Keys;

    /// <summary>Whether the name has been declared.</summary>
    public bool Contains(string name) => _names.ContainsKey(name);

    /// <summary>
    /// Declares an id: ASCII letters, digits and underscores. Reports a malformed or duplicate id; ignores null.
    /// </summary>
    public void AddId(YamlText? id)
    {
        if (id is null) return;
        if (IdPattern().IsMatch(id.Value)) Add(id);
        else id.Report(DefinitionMessages.MalformedId(id));
    }

    /// <summary>
    /// Declares a name for use in prose: letters (including Chinese characters), digits, underscores. Ignores an empty name.
    /// </summary>
    public void AddName(YamlNode at, string name)
    {
        if (name.Length == 0) return;
        if (NamePattern().IsMatch(name)) Add(at, name);
        else at.Report(DefinitionMessages.MalformedName(at.Location, name));
    }

    /// <summary>Declares any text. Reports a duplicate; ignores null and an empty text.</summary>
    public void Add(YamlText? text)
    {
        if (text is { Value.Length: > 0 }) Add(text, text.Value);
    }

    /// <summary>Declares any text. Reports a duplicate at <paramref name="at"/>.</summary>
    public void Add(YamlNode at, string text)
    {
        if (!_names.TryAdd(text, at.Location)) at.Report(DefinitionMessages.Duplicate(at.Location, what, text, _names[text]));
    }

    /// <summary>Whether <paramref name="use"/> is a declared name; reports it if not. False if null.</summary>
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
