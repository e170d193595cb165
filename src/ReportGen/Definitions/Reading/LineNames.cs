using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Reading;

/// <summary>
/// The ids and names of all rows, or all columns, of a table. Expressions may use either, so no line's name may be
/// another line's id.
/// </summary>
internal sealed class LineNames
{
    private readonly NameSet _ids = new(DefinitionMessages.Line);
    private readonly NameSet _names = new(DefinitionMessages.Name);

    /// <summary>Declares the line or group in a map; reports a malformed or duplicate id or name.</summary>
    public void Declare(YamlMap map, string name)
    {
        if (map.RequiredScalar("id") is not { } id) return;
        var at = map.Scalar("name") ?? map.Scalar("label") ?? (YamlNode)map;
        if (_names.Contains(id.Value)) id.Report(DefinitionMessages.NameIsId(id.Location, id.Value));
        if (_ids.Contains(name)) at.Report(DefinitionMessages.NameIsId(at.Location, name));
        _ids.AddId(id);
        _names.AddName(at, name);
    }
}
