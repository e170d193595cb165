using System.Collections.Immutable;
using ReportGen.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

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
            var list = Deserializer().Deserialize<RoleList?>(text);
            return ([.. (list?.Roles ?? []).Select(r => r.ToRole())], []);
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

    private static IDeserializer Deserializer() =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    private sealed class RoleList
    {
        public List<RoleItem> Roles { get; set; } = [];
    }

    private sealed class RoleItem
    {
        public string Role { get; set; } = "";

        public string Label { get; set; } = "";

        public int Weight { get; set; } = 400;

        public List<string> Families { get; set; } = [];

        public List<string> System { get; set; } = [];

        public FontRole ToRole() => new(Role, Label, Weight, [.. Families], [.. System]);
    }
}
