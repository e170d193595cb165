using System.Collections.Immutable;
using System.Globalization;
using ReportGen.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReportGen.Printing;

/// <summary>What a font is for in a report, and the families that can serve, the best first.</summary>
/// <param name="Role">The role's name, such as <c>body</c>.</param>
/// <param name="Label">The role as users know it, such as 仿宋（正文）.</param>
/// <param name="Weight">The weight in CSS terms, 100 to 900.</param>
/// <param name="Families">The bundled families.</param>
/// <param name="System">Families of the machine that serve where the bundled ones cannot be seen.</param>
public sealed record FontRole(string Role, string Label, int Weight, ImmutableArray<string> Families, ImmutableArray<string> System)
{
    /// <summary>All families as the value of CSS's <c>font-family</c>.</summary>
    public string Css => string.Join(", ", Families.Concat(System).Select(f => $"\"{f}\""));

    /// <summary>Reads a list of roles, such as <c>templates/_shared/fonts.yaml</c>.</summary>
    /// <param name="file">The YAML file.</param>
    /// <returns>The roles; empty, with a finding, when the file cannot be read.</returns>
    public static (ImmutableArray<FontRole> Roles, ImmutableArray<Diagnostic> Diagnostics) Read(string file)
    {
        try
        {
            using var text = File.OpenText(file);
            var yaml = new YamlStream();
            yaml.Load(text);
            return ([.. yaml.Documents.Take(1).SelectMany(d => Entries(d.RootNode, "roles")).SelectMany(e => List(e.Value)).Select(RoleOf)], []);
        }
        catch (YamlException e)
        {
            var place = new TextLocation { File = file, Line = (int)e.Start.Line, Column = (int)e.Start.Column };
            return ([], [PrintingMessages.FontListMalformed(place)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], [PrintingMessages.FontListUnreadable(new FileLocation { File = file })]);
        }
    }

    private static FontRole RoleOf(YamlNode node)
    {
        var entries = Entries(node, "role", "label", "weight", "families", "system");
        return new FontRole(
            Text("role"), Text("label"),
            !entries.TryGetValue("weight", out var weight) ? 400 : int.TryParse(TextOf(weight), CultureInfo.InvariantCulture, out var number) ? number : throw Misshapen(weight),
            Families("families"), Families("system"));

        string Text(string key) => entries.TryGetValue(key, out var value) ? TextOf(value) : "";
        ImmutableArray<string> Families(string key) => entries.TryGetValue(key, out var list) ? [.. List(list).Select(TextOf)] : [];
    }

    private static Dictionary<string, YamlNode> Entries(YamlNode node, params ReadOnlySpan<string> keys)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in node as YamlMappingNode ?? throw Misshapen(node))
        {
            if (!keys.Contains(TextOf(key))) throw Misshapen(key);
            entries[TextOf(key)] = value;
        }

        return entries;
    }

    private static IEnumerable<YamlNode> List(YamlNode node) => node as YamlSequenceNode ?? throw Misshapen(node);

    private static string TextOf(YamlNode node) => (node as YamlScalarNode)?.Value ?? throw Misshapen(node);

    private static YamlException Misshapen(YamlNode node) => new(node.Start, node.End, "not a list of font roles");
}
