using System.Reflection;
using System.Text.RegularExpressions;
using ReportGen.Cli;
using ReportGen.Diagnostics;
using ReportGen.Templating;

namespace ReportGen.Tests.Architecture;

/// <summary>
/// Holds the tables of allowed dependencies between the layers of the engine and of the tool. A layer is a folder directly below
/// a project, and a namespace. Whoever adds a layer or a dependency changes a table here and the tables in src/README.md.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed partial class LayerDependencyTests
{
    private static readonly Dictionary<string, string[]> s_engine = new()
    {
        ["Diagnostics"] = ["Templating"],
        ["Files"] = [],
        ["Model"] = ["Diagnostics"],
        ["Definitions"] = ["Diagnostics", "Files", "Model"],
        ["Workbooks"] = ["Diagnostics", "Files", "Model", "Definitions"],
        ["Bindings"] = ["Diagnostics", "Model", "Templating"],
        ["Rules"] = ["Diagnostics", "Model", "Definitions", "Bindings", "Templating"],
        ["Documents"] = ["Diagnostics", "Files", "Model", "Bindings", "Templating"],
        ["Printing"] = ["Diagnostics", "Files", "Documents"],
        ["Publishing"] = ["Diagnostics", "Files"],
        ["Totals"] = ["Diagnostics", "Model", "Definitions", "Workbooks", "Ledgers"],
        ["Ledgers"] = ["Diagnostics", "Files", "Model", "Workbooks", "Publishing", "Templating"],
        ["Templating"] = [],
    };

    // What is read is mapped to a report; values are written; marking a copy needs reading and writing.
    private static readonly Dictionary<string, string[]> s_workbooks = new()
    {
        ["Reading"] = [],
        ["Mapping"] = ["Reading"],
        ["Values"] = [],
        ["Writing"] = ["Values"],
        ["Annotation"] = ["Reading", "Writing"],
    };

    private static readonly Dictionary<string, string[]> s_tool = new()
    {
        ["Terminal"] = [],
        ["Inputs"] = [],
        ["Findings"] = ["Terminal"],
        ["Building"] = ["Terminal", "Findings"],
        ["Checking"] = ["Terminal", "Inputs", "Findings"],
        ["Watching"] = ["Terminal", "Inputs", "Findings", "Building"],
        ["Preview"] = ["Inputs", "Findings"],
        ["Commands"] = ["Terminal", "Inputs", "Findings", "Building", "Checking", "Watching", "Preview"],
    };

    [TestCaseSource(nameof(EngineLayers))]
    public void A_layer_of_the_engine_knows_only_the_layers_before_it(string layer) =>
        Assert.That(Dependencies(layer, "ReportGen", "src/ReportGen").Except(s_engine.GetValueOrDefault(layer, [])), Is.Empty);

    [TestCaseSource(nameof(ToolLayers))]
    public void A_layer_of_the_tool_knows_only_the_layers_before_it(string layer) =>
        Assert.That(Dependencies(layer, "ReportGen.Cli", "src/ReportGen.Cli").Except(s_tool.GetValueOrDefault(layer, [])),
            Is.Empty);

    [TestCaseSource(nameof(WorkbookFolders))]
    public void A_folder_of_Workbooks_knows_only_those_that_its_work_needs(string folder) =>
        Assert.That(
            Dependencies(folder, "ReportGen.Workbooks", "src/ReportGen/Workbooks")
                .Except(s_workbooks.GetValueOrDefault(folder, [])), Is.Empty);

    [Test]
    public void Workbooks_has_these_five_folders_and_no_file_beside_them()
    {
        Assert.That(WorkbookFolders(), Is.EquivalentTo(s_workbooks.Keys));
        Assert.That(Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "src/ReportGen/Workbooks")), Is.Empty);
    }

    [Test]
    public void The_tables_name_every_layer_and_no_other()
    {
        Assert.That(s_engine.Keys.Except(["Templating"]), Is.EquivalentTo(EngineLayers()));
        Assert.That(s_tool.Keys, Is.EquivalentTo(ToolLayers()));
    }

    [Test]
    public void No_dependency_turns_back()
    {
        foreach (var table in new[] { s_engine, s_tool })
        {
            var placed = new HashSet<string>();
            while (table.Keys.Except(placed).Where(l => table[l].All(placed.Contains)).ToList() is { Count: > 0 } next)
                placed.UnionWith(next);
            Assert.That(table.Keys.Except(placed), Is.Empty);
        }
    }

    [Test]
    public void The_template_language_knows_nothing_of_reports()
    {
        var references = typeof(RenderContext).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.That(references.Where(name => !name.StartsWith("System", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "Scriban.Signed" }));
    }

    private static IEnumerable<string> EngineLayers() => Folders("src/ReportGen");

    private static IEnumerable<string> WorkbookFolders() => Folders("src/ReportGen/Workbooks");

    private static IEnumerable<string> ToolLayers() => Folders("src/ReportGen.Cli");

    private static IEnumerable<string> Folders(string project) =>
        Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, project)).Select(f => Path.GetFileName(f)!)
            .Where(name => name is not ("bin" or "obj") && RepositoryFiles.Under($"{project}/{name}", "*.cs").Any());

    // Sources say what is meant; compiled signatures find what came in by another way.
    private static IEnumerable<string> Dependencies(string layer, string root, string project) =>
        Usings(layer, root, project).Concat(Signatures(layer, root)).Where(to => to != layer).Distinct();

    private static IEnumerable<string> Usings(string layer, string root, string project) =>
        from file in RepositoryFiles.Under($"{project}/{layer}", "*.cs")
        from Match match in UsingLine().Matches(File.ReadAllText(file))
        let to = LayerOf(match.Groups[1].Value, root)
        where to is not null
        select to;

    private static IEnumerable<string> Signatures(string layer, string root)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
            | BindingFlags.DeclaredOnly;
        var assembly = root == "ReportGen.Cli" ? typeof(ProgramVersion).Assembly : typeof(Diagnostic).Assembly;
        return from type in assembly.GetTypes()
               where LayerOf(type.Namespace, root) == layer
               from used in type.GetFields(all).Select(f => f.FieldType)
                   .Concat(type.GetMethods(all).SelectMany(TypesOf)).Concat(type.GetInterfaces()).Append(type.BaseType)
               from part in Parts(used)
               let to = LayerOf(part.Namespace, root)
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

    private static string? LayerOf(string? name, string root)
    {
        if (name == "ReportGen" && root == name) return "the pipeline";
        if (name is null || !name.StartsWith(root + ".", StringComparison.Ordinal)) return null;
        var layer = name[(root.Length + 1)..].Split('.')[0];
        return layer == "Cli" ? null : layer;
    }

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+|\w+\s*=\s*)?([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
