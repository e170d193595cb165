using System.Collections.Immutable;
using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Tests.Architecture;
using ReportGen.Workbooks.Mapping;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Values;

namespace ReportGen.Tests.Workbooks;

/// <summary>The repository's kinds of report, and workbooks filled in for them.</summary>
internal static class Forms
{
    private static readonly Lazy<RuleCatalog> s_catalog = new(
        () => RuleCatalog.Load(Path.Combine(RepositoryFiles.Root, "templates")).Value!);

    public static ImmutableArray<KindDefinition> Editions => s_catalog.Value.Kinds.Editions("annual-disclosure");

    public static KindRules Rules(string edition) => s_catalog.Value.Of(Editions.Single(e => e.Edition == edition));

    public static KindDefinition Form2019 => Editions.Single(e => e.Edition == "2019");

    public static KindDefinition Form2021 => Editions.Single(e => e.Edition == "2021");

    public static ReportReader Reader => new(Editions);

    /// <summary>All figures other than totals, with distinguishable values.</summary>
    public static ImmutableDictionary<FigureKey, decimal> Figures(KindDefinition kind, Func<int, decimal> value)
    {
        var keys = from table in kind.Tables
                   from part in table.Form.Parts
                   from row in part.Rows
                   from column in part.Columns
                   where !row.IsTotal && !column.IsTotal
                   select new FigureKey(table.Form.Id, row.Id, column.Id);
        return keys.Select((key, index) => KeyValuePair.Create(key, value(index))).ToImmutableDictionary();
    }

    /// <summary>A cover, zeros in all figures, some text.</summary>
    public static WorkbookValues Zeros(KindDefinition kind, int year = 2025) => new()
    {
        Fields = ImmutableDictionary<string, string>.Empty.Add("agency", "某某区文化和旅游局")
            .Add("year", year.ToString(System.Globalization.CultureInfo.InvariantCulture)).Add("category", "政府部门")
            .Add("published", $"{year + 1}-01-20").Add("postcode", "010020"),
        Figures = Figures(kind, _ => 0),
    };

    public static Outcome<Report> Read(byte[] workbook)
    {
        var opened = new WorkbookOpener().Open(workbook, "某局.xlsx");
        Assert.That(opened.Diagnostics, Is.Empty);
        return Reader.Read(opened.Workbook!);
    }

    /// <summary>Formats each finding as id, location and Chinese message.</summary>
    public static IEnumerable<string> Lines(Outcome<Report> outcome) =>
        outcome.Diagnostics.Select(d => $"{d.Id} {d.Location} {d.Message.Chinese}");
}
