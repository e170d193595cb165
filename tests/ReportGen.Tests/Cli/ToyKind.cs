using System.Collections.Immutable;
using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Tests.Architecture;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Cli;

/// <summary>
/// A small kind of report in a temporary folder, so that tests of the commands do not depend on the real kinds.
/// </summary>
internal sealed class ToyKind : IDisposable
{
    private const string Kind = """
        title: { zh: 小报告, en: Small report }
        body-field: shop
        title-pattern: "Report of {shop}"
        templates: { html: report.sbn-html, md: report.sbn-md }
        prose:
          level-column: Style
          text-column: Words
          levels:
            - { id: body, name: Text }
        sheets:
          - { id: front, name: Front, type: cover, fields: [{ id: shop, name: Shop, required: true, kept: true }] }
          - { id: story, name: Story, type: prose, skeleton: [{ body: "Sold {{ Sales.Pears.Kilos }} kg." }] }
          - { id: figures, name: Figures, type: tables, tables: [sales] }
        sections:
          - { id: words, heading: In words, sheet: story }
          - { id: numbers, heading: In numbers, sheet: figures }
        tables:
          - id: sales
            name: Sales
            title: What was sold
            columns: [{ id: kilos, name: Kilos }]
            rows:
              - { id: apples, name: Apples }
              - { id: pears, name: Pears }
        """;

    private readonly TemporaryFolder _folder = new();

    public ToyKind()
    {
        AddKind("shop");
        foreach (var shared in new[] { "review.sbn-html", "review.css" }) CopyShared(shared);
    }

    public string Templates => _folder.Combine("kinds");

    /// <summary>Returns a path in the temporary folder.</summary>
    public string this[params string[] names] => _folder.Combine(names);

    /// <summary>Returns the definition of a kind with that name and sheets of its own.</summary>
    public static string Definition(string kind) =>
        kind == "shop"
            ? Kind
            : Kind.Replace("name: Front", $"name: Front of {kind}").Replace("name: Figures", $"name: Figures of {kind}");

    public void AddKind(string kind)
    {
        Directory.CreateDirectory(_folder.Combine("kinds", kind, "main"));
        WriteTemplate("report.sbn-html", """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
            <style>@page { size: A4 } html { font-synthesis: none }</style></head>
            <body><h1>{{ title }}</h1><p>{{ Sales.Apples.Kilos }}</p></body></html>
            """, kind);
        WriteTemplate("report.sbn-md", "# {{ title }}\n\n{{ Sales.Apples.Kilos }}\n", kind);
        WriteTemplate("kind.yaml", Definition(kind), kind);
    }

    public void WriteTemplate(string name, string text, string kind = "shop") =>
        Write(_folder.Combine("kinds", kind, "main", name), text);

    public void WriteShared(string name, string text) => Write(_folder.Combine("kinds", "_shared", name), text);

    // Atomically, so that a watcher sees one change.
    private void Write(string path, string text)
    {
        var aside = _folder.Combine(Guid.NewGuid().ToString());
        File.WriteAllText(aside, text);
        File.Move(aside, path, overwrite: true);
    }

    /// <summary>
    /// Writes a workbook without errors; if <paramref name="apples"/> is null, one cell is empty, which is an error.
    /// </summary>
    public string Workbook(string name, string shop, int? apples = 3, string kind = "shop", params string[] prose)
    {
        var figures = ImmutableDictionary<FigureKey, decimal>.Empty.Add(new("sales", "pears", "kilos"), 2);
        var path = _folder.Combine(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path,
            StandardWorkbookWriter.Write(RuleCatalog.LoadKinds(Templates).Value!.Find(kind, null)!, new WorkbookValues
        {
            Fields = ImmutableDictionary<string, string>.Empty.Add("shop", shop),
            Prose = prose.Length == 0 ? ImmutableDictionary<string, ImmutableArray<BlockValue>>.Empty
                : ImmutableDictionary<string, ImmutableArray<BlockValue>>.Empty.Add("story",
                    [.. prose.Select(p => new BlockValue("body", p))]),
            Figures = apples is { } a ? figures.Add(new("sales", "apples", "kilos"), a) : figures,
        }));
        return path;
    }

    /// <summary>Defines the kind anew, with a year and a month in its title.</summary>
    public void MakeMonthly() => WriteTemplate("kind.yaml", Kind
        .Replace("title-pattern: \"Report of {shop}\"", "year-field: year\ntitle-pattern: \"{shop} {year}-{month}\"")
        .Replace("kept: true }] }",
            "kept: true }, { id: year, name: Year, type: year, required: true }, { id: month, name: Month, required: true }] }"));

    /// <summary>Writes a workbook of the monthly kind; see <see cref="Workbook"/>.</summary>
    public string Monthly(string name, string shop, int year, string month, int? apples = 3)
    {
        var path = Workbook(name, shop, apples);
        var figures = ImmutableDictionary<FigureKey, decimal>.Empty.Add(new("sales", "pears", "kilos"), 2);
        File.WriteAllBytes(path, StandardWorkbookWriter.Write(RuleCatalog.LoadKinds(Templates).Value!.Find("shop", null)!, new()
        {
            Fields = ImmutableDictionary<string, string>.Empty.Add("shop", shop).Add("year", $"{year}").Add("month", month),
            Figures = apples is { } a ? figures.Add(new("sales", "apples", "kilos"), a) : figures,
        }));
        return path;
    }

    private void CopyShared(string name)
    {
        var target = _folder.Combine("kinds", "_shared", name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(RepositoryFiles.Root, "templates", "_shared", name), target);
    }

    /// <summary>Runs a command with this kind.</summary>
    public CliRun Run(params string[] arguments) => CliRun.Of([.. arguments, "--templates", Templates]);

    public void Dispose() => _folder.Dispose();
}
