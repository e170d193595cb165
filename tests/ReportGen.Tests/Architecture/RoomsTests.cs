using System.Reflection;
using System.Text.RegularExpressions;
using ReportGen.Cli;
using ReportGen.Diagnostics;
using ReportGen.Templating;

namespace ReportGen.Tests.Architecture;

/// <summary>
/// Holds the table of allowed arrows between the rooms of the house. A room is a folder directly below a project, and a
/// namespace. Whoever adds a room or an arrow changes this table and the picture in src/README.md.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed partial class RoomsTests
{
    private static readonly Dictionary<string, string[]> Engine = new()
    {
        ["Diagnostics"] = [],
        ["Model"] = ["Diagnostics"],
        ["Definitions"] = ["Diagnostics", "Model"],
        ["Workbooks"] = ["Diagnostics", "Model", "Definitions"],
        ["Bindings"] = ["Diagnostics", "Model", "Templating"],
        ["Checks"] = ["Diagnostics", "Model", "Definitions", "Bindings", "Templating", "Rules"],
        ["Rules"] = ["Diagnostics", "Model", "Definitions", "Checks"],
        ["Documents"] = ["Diagnostics", "Model", "Bindings", "Templating"],
        ["Printing"] = ["Diagnostics", "Documents"],
        ["Publishing"] = ["Diagnostics"],
        ["Totals"] = ["Diagnostics", "Model", "Definitions", "Workbooks", "Ledgers"],
        ["Ledgers"] = ["Diagnostics", "Workbooks", "Publishing", "Templating"],
        ["Templating"] = [],
    };

    private static readonly Dictionary<string, string[]> Tool = new()
    {
        ["Terminal"] = [],
        ["Findings"] = ["Terminal"],
    };

    [TestCaseSource(nameof(EngineRooms))]
    public void A_room_of_the_engine_knows_only_the_rooms_before_it(string room) =>
        Assert.That(Arrows(room, "ReportGen", "src/ReportGen").Except(Engine.GetValueOrDefault(room, [])), Is.Empty);

    [TestCaseSource(nameof(ToolRooms))]
    public void A_room_of_the_tool_knows_only_the_rooms_before_it(string room) =>
        Assert.That(Arrows(room, "ReportGen.Cli", "src/ReportGen.Cli").Except(Tool[room]), Is.Empty);

    [Test]
    public void The_table_names_every_room_of_the_engine() =>
        Assert.That(EngineRooms().Except(Engine.Keys), Is.Empty);

    [Test]
    public void The_template_language_knows_nothing_of_reports()
    {
        var references = typeof(TemplateContext).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.That(references.Where(name => !name.StartsWith("System", StringComparison.Ordinal)), Is.Empty);
    }

    private static IEnumerable<string> EngineRooms() => Folders("src/ReportGen");

    private static IEnumerable<string> ToolRooms() => Folders("src/ReportGen.Cli").Intersect(Tool.Keys);

    private static IEnumerable<string> Folders(string project) =>
        Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, project)).Select(f => Path.GetFileName(f)!)
            .Where(name => name is not ("bin" or "obj"));

    // Sources say what is meant; compiled signatures find what came in by another way.
    private static IEnumerable<string> Arrows(string room, string root, string project) =>
        Usings(room, root, project).Concat(Signatures(room, root)).Where(to => to != room).Distinct();

    private static IEnumerable<string> Usings(string room, string root, string project) =>
        from file in RepositoryFiles.Under($"{project}/{room}", "*.cs")
        from Match match in UsingLine().Matches(File.ReadAllText(file))
        let to = RoomOf(match.Groups[1].Value, root)
        where to is not null
        select to;

    private static IEnumerable<string> Signatures(string room, string root)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var assembly = root == "ReportGen" ? typeof(Diagnostic).Assembly : typeof(ProgramVersion).Assembly;
        return from type in assembly.GetTypes()
               where RoomOf(type.Namespace, root) == room
               from used in type.GetFields(all).Select(f => f.FieldType)
                   .Concat(type.GetMethods(all).SelectMany(TypesOf)).Concat(type.GetInterfaces()).Append(type.BaseType)
               from part in Parts(used)
               let to = RoomOf(part.Namespace, root)
               where to is not null
               select to;
    }

    private static IEnumerable<Type> TypesOf(MethodInfo method) =>
        method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType)
            .Concat(method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? []);

    private static IEnumerable<Type> Parts(Type? type) => type switch
    {
        null => [],
        { HasElementType: true } => Parts(type.GetElementType()),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type),
        _ => [type],
    };

    private static string? RoomOf(string? name, string root)
    {
        if (name == "ReportGen" && root == name) return "the pipeline";
        if (name is null || !name.StartsWith(root + ".", StringComparison.Ordinal)) return null;
        var room = name[(root.Length + 1)..].Split('.')[0];
        return room == "Cli" ? null : room;
    }

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+|\w+\s*=\s*)?([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
