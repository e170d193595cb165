using ReportGen.Bindings;
using ReportGen.Definitions;
using ReportGen.Documents;
using ReportGen.Model;

namespace ReportGen;

/// <summary>Verifies the templates of a kind against its definition. Thread-safe.</summary>
public static class KindVerifier
{
    /// <summary>Verifies the templates of an edition whose definition has no errors.</summary>
    /// <returns>The errors, in the templates of the edition and in the shared ones that it uses.</returns>
    public static ImmutableArray<Diagnostic> VerifyTemplates(KindDefinition kind)
    {
        if (kind.Templates.IsEmpty) return [];
        var library = TemplateLibrary.Load(kind.Folder, kind.Templates);
        return library.Value is { } templates
            ? [.. library.Diagnostics, .. TemplateVerifier.Verify(templates, ExampleOf(kind))]
            : library.Diagnostics;
    }

    // Every table, field and section has an entry, so that every name that a template may use is found.
    private static BoundReport ExampleOf(KindDefinition kind)
    {
        var tables = kind.Sheets.OfType<TableSheet>().ToLookup(s => s.IsPrevious, s => s.TableIds);
        var report = new Report
        {
            Kind = kind.Id, Edition = kind.Edition, Body = kind.Id, Title = kind.Id,
            Year = kind.YearField is null ? null : kind.Years.To ?? kind.Years.From ?? DateOnly.MinValue.Year,
            Fields = [.. kind.Fields.Select(f => new Field { Id = f.Id, Name = f.Name, Text = f.Default ?? f.Id })],
            Sections = [.. kind.Sections.Select(s => ExampleOf(s, kind))],
            Tables = TablesOf(tables[false].SelectMany(t => t)),
            Previous = TablesOf(tables[true].SelectMany(t => t)),
            Bodies = [.. kind.Sheets.OfType<BodiesSheet>().Select(s => new BodyFigures(kind.Id, TablesOf(s.TableIds)))],
        };
        return new BoundReport(report, [.. report.Sections.Select(s => new BoundSection(s, [.. s.Blocks.Select(Bound)]))]);

        static BoundBlock Bound(Block block) => new(block, BoundText.Plain(block.Text));

        ImmutableArray<Table> TablesOf(IEnumerable<string> ids) => [.. kind.TablesOf(ids).Select(t => Table.Empty(t.Form))];
    }

    // Every section has text and tables, because a template may look for either in each.
    private static Section ExampleOf(SectionDefinition section, KindDefinition kind) => new()
    {
        Id = section.Id, Heading = section.Heading, Blocks = [new Block { Level = section.Id, Text = section.Heading }],
        TableIds = [.. kind.Tables.Select(t => t.Form.Id)],
    };
}
