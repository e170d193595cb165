using System.Collections.Immutable;
using System.Globalization;
using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Tests.Examples.Values;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Benchmarks;

/// <summary>
/// Generates workbooks for a batch: a full report with large tables, each with its own name and figures. Deterministic.
/// </summary>
public static class VariedWorkbooks
{
    /// <summary>Writes workbooks into a folder.</summary>
    /// <param name="folder">The folder; created if missing.</param>
    /// <param name="count">The number of workbooks.</param>
    public static void Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var (kind, values) = Model();
        var name = values.Fields[kind.BodyField];
        Parallel.For(0, count, i => File.WriteAllBytes(
            Path.Combine(folder, $"{i + 1:0000}.xlsx"),
            StandardWorkbookWriter.Write(kind, Vary(values, kind.BodyField, name, i))));
    }

    // The publishable example with the most content.
    private static (KindDefinition Kind, WorkbookValues Values) Model()
    {
        var catalog = RuleCatalog.LoadKinds(Repository.Templates).Value!;
        var source = Directory.GetFiles(Path.Combine(Repository.Root, "examples"), "*.yaml", SearchOption.AllDirectories)
            .Where(f => !f.Contains("as-published", StringComparison.Ordinal)).MaxBy(f => new FileInfo(f).Length)!;
        var editions = catalog.Editions(
            Path.GetRelativePath(Path.Combine(Repository.Root, "examples"), source).Split(Path.DirectorySeparatorChar)[0]);
        var read = ValuesFile.Read(source, editions);
        return read.Value is { } model
            ? (model.Kind, model.Values)
            : throw new InvalidOperationException($"{source}: {read.Diagnostics[0].Message.English}");
    }

    // All figures are multiplied by the same whole number, so that sums and balances stay correct.
    private static WorkbookValues Vary(WorkbookValues values, string bodyField, string name, int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{name}（第{number + 1}号）");
        var factor = 1 + (number % 7);
        return values with
        {
            Fields = values.Fields.ToImmutableDictionary(f => f.Key,
                f => f.Key == bodyField ? body : f.Value.Replace(name, body, StringComparison.Ordinal)),
            Prose = values.Prose.ToImmutableDictionary(p => p.Key,
                p => p.Value.Select((b, i) => i == 1 ? b with { Text = $"{body}：{b.Text}" } : b).ToImmutableArray()),
            Figures = Scaled(values.Figures, factor),
            Previous = Scaled(values.Previous, factor),
        };
    }

    private static ImmutableDictionary<FigureKey, decimal> Scaled(ImmutableDictionary<FigureKey, decimal> figures, int factor) =>
        figures.ToImmutableDictionary(f => f.Key, f => f.Value * factor);
}
