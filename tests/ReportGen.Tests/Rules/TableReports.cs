using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Rules;

/// <summary>
/// Reports made of a few figures, through a real workbook. A text such as <c>t3.r1.P=3 t3.r1.T=4 category=政府部门</c> says
/// sets all values that are not zero: figures, entered totals, fields, last year's figures (<c>previous.t3.r4.P=2</c>),
/// labels by address (<c>三、依申请公开!B7=0</c>). Values that are not numbers are written as text; an empty value clears the cell.
/// </summary>
internal static class TableReports
{
    private const string Previous = "previous.";
    private static readonly ConcurrentDictionary<(string Edition, int Year), Report> s_blanks = new();

    /// <summary>The name of the file of the rules over tables.</summary>
    public const string RuleFile = "table-checks.yaml";

    public static KindDefinition Kind(string edition) => Rules(edition).Kind;

    /// <summary>The edition with only its rules over tables.</summary>
    public static KindRules Rules(string edition) => s_rules[edition];

    private static readonly Dictionary<string, KindRules> s_rules =
        Forms.Editions.ToDictionary(e => e.Edition, e => Forms.Rules(e.Edition) with
    {
        Rules = [.. Forms.Rules(e.Edition).Rules.Where(r => Path.GetFileName(r.Header.Location.File) == RuleFile)],
    });

    /// <summary>Reads the report and checks it against the rules over tables.</summary>
    public static (Report Report, ImmutableArray<Diagnostic> Findings) Check(
        string edition, string figures, CheckOptions? options = null)
    {
        var read = Forms.Read(StandardWorkbookWriter.Write(Kind(edition), Values(edition, figures)));
        var report = read.Value!;
        return (report, ReportChecker.Check(report, Rules(report.Edition), options ?? new CheckOptions(), read.Diagnostics));
    }

    /// <summary>Last year's report as a separate workbook.</summary>
    public static Report Read(string edition, string figures) =>
        Forms.Read(StandardWorkbookWriter.Write(Kind(edition), Values(edition, figures))).Value!;

    /// <summary>The place of a figure such as <c>t3.r1.T</c>, or of a sheet by its name.</summary>
    public static string Place(Report report, string key) =>
        key.Split('.') is [var table, var row, var column]
            ? $"{report.Table(table)!.Find(row, column)!.Location}"
            : $"某局.xlsx › {key}";

    private static WorkbookValues Values(string edition, string figures)
    {
        var pairs = figures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('='))
            .ToDictionary(p => p[0], p => p[1]);
        var kind = Kind(edition);
        var year = int.Parse(pairs.GetValueOrDefault("year") ?? (edition == "2019" ? "2020" : "2025"),
            CultureInfo.InvariantCulture);
        var values = Forms.Zeros(kind, year);
        if (pairs.Keys.Any(k => k.StartsWith(Previous, StringComparison.Ordinal)))
            values = values with { Previous = values.Figures };
        return pairs.Aggregate(values, (v, pair) => With(v, Blank(edition, year), pair.Key, pair.Value));
    }

    private static WorkbookValues With(WorkbookValues values, Report blank, string key, string value)
    {
        if (key.Contains('!', StringComparison.Ordinal)) return Override(values, key.Split('!')[0], key.Split('!')[1], value);
        if (!key.Contains('.', StringComparison.Ordinal)) return values with { Fields = values.Fields.SetItem(key, value) };
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return Override(values, CellOf(blank, key).Sheet, $"{CellOf(blank, key).Address}", value);
        return key.StartsWith(Previous, StringComparison.Ordinal)
            ? values with { Previous = values.Previous.SetItem(KeyOf(key[Previous.Length..]), number) }
            : values with { Figures = values.Figures.SetItem(KeyOf(key), number) };
    }

    private static WorkbookValues Override(WorkbookValues values, string sheet, string address, string text) => values with
    {
        Overrides = values.Overrides.Add(new CellValue(sheet, AddressOf(address), null, text.Length == 0 ? null : text)),
    };

    private static CellAddress AddressOf(string text) =>
        CellAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text);

    private static FigureKey KeyOf(string key) => key.Split('.') is [var table, var row, var column]
        ? new FigureKey(table, row, column) : throw new ArgumentException(key);

    private static CellLocation CellOf(Report blank, string key)
    {
        var (table, row, column) = KeyOf(key);
        return blank.Table(table)!.Find(row, column)!.Location!;
    }

    private static Report Blank(string edition, int year) => s_blanks.GetOrAdd((edition, year), k =>
        Forms.Read(StandardWorkbookWriter.Write(Kind(k.Edition), Forms.Zeros(Kind(k.Edition), k.Year))).Value!);
}
