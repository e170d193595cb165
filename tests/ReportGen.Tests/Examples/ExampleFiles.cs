using System.Collections.Immutable;
using ReportGen.Definitions;
using ReportGen.Documents;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Examples.Values;
using ReportGen.Workbooks.Mapping;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Examples;

/// <summary>The workbooks of <c>examples/</c>: for each kind a folder with their sources, and what they give.</summary>
internal static class ExampleFiles
{
    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "examples");

    private static readonly Lazy<KindCatalog> s_catalog =
        new(() => RuleCatalog.LoadKinds(Path.Combine(RepositoryFiles.Root, "templates")).Value!);

    /// <summary>The source files, relative to <see cref="Folder"/>.</summary>
    public static IEnumerable<string> Sources() => Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The sources of the workbooks that can be published.</summary>
    public static IEnumerable<string> Publishable() => Sources().Where(s => !IsAsPublished(s));

    public static ImmutableArray<KindDefinition> EditionsFor(string source) => s_catalog.Value.Editions(source.Split('/')[0]);

    /// <summary>The workbook made from a source, under the same name in <c>inputs</c> or <c>as-published</c>.</summary>
    public static string WorkbookOf(string source) =>
        InFolder(source, IsAsPublished(source) ? "as-published" : "inputs", ".xlsx");

    /// <summary>The document of a source's workbook, by its ending, under the same name in <c>expected</c>.</summary>
    public static string ExpectedOf(string source, string ending) => InFolder(source, "expected", ending);

    public static EditionValues Values(string source)
    {
        var outcome = ValuesFile.Read(Path.Combine(Folder, source), EditionsFor(source));
        Assert.That(outcome.Diagnostics.Select(d => $"{d.Location}: {d.Message.English}"), Is.Empty);
        return outcome.Value!;
    }

    /// <summary>The report that the source's workbook holds, and its edition.</summary>
    public static (Report Report, KindDefinition Kind) Report(string source)
    {
        var values = Values(source);
        var bytes = StandardWorkbookWriter.Write(values.Kind, values.Values);
        var opened = new WorkbookOpener().Open(bytes, Path.GetFileName(WorkbookOf(source)));
        return (new ReportReader(EditionsFor(source)).Read(opened.Workbook!).Value!, values.Kind);
    }

    private static bool IsAsPublished(string source) => source.Contains("/as-published/", StringComparison.Ordinal);

    private static string InFolder(string source, string folder, string ending) =>
        Path.Combine(Folder, source.Split('/')[0], folder, Path.GetFileNameWithoutExtension(source) + ending);

    public static TemplateLibrary Templates(KindDefinition kind) => TemplateLibrary.Load(kind.Folder, kind.Templates).Value!;
}
