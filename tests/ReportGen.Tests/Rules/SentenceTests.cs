using System.Globalization;
using System.Text;
using ReportGen.Bindings;
using ReportGen.Diagnostics;
using ReportGen.Rules;
using ReportGen.Rules.Text.Reading;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Examples;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Rules;

/// <summary>
/// Measures with the sentences of <c>Sentences.txt</c> how many true ones give findings and how many contradictions are found,
/// for each rule. The floors apply to each total, not to single sentences.
/// </summary>
public sealed class SentenceTests
{
    private const double MaxFalse = 0.02;
    private const double MinRecall = 0.95;

    private static readonly string[] s_rules = ["T2-10", "T2-11", "T3-10", "T3-11", "T4-06", "N-01", "N-02", "N-03", "N-04",
        "N-05", "N-07", "N-08", "N-12"];

    private sealed record Labelled(string Settings, string Rule, string Sentence)
    {
        public bool IsTrue => Rule.Length == 0;
    }

    [Test]
    public void True_sentences_give_no_finding_and_contradictions_are_found()
    {
        var judged = All().AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(s => (Labelled: s, Found: Found(s)))
            .ToArray();
        var wrong = judged.Where(j => !IsRight(j.Labelled, j.Found))
            .Select(j => $"{j.Labelled.Rule,-6} {j.Labelled.Sentence} [{string.Join(' ', j.Found)}]");
        TestContext.Out.WriteLine(Table(judged));
        TestContext.Out.WriteLine(string.Join('\n', wrong));

        var (good, bad) = (judged.Where(j => j.Labelled.IsTrue).ToArray(), judged.Where(j => !j.Labelled.IsTrue).ToArray());
        Assert.That(judged, Has.Length.GreaterThanOrEqualTo(150));
        Assert.That(good.Count(j => j.Found.Length > 0), Is.LessThanOrEqualTo(good.Length * MaxFalse));
        Assert.That(bad.Count(j => IsRight(j.Labelled, j.Found)), Is.GreaterThanOrEqualTo(bad.Length * MinRecall));
        foreach (var rule in bad.GroupBy(j => j.Labelled.Rule))
        {
            Assert.That(rule.Count(j => IsRight(j.Labelled, j.Found)),
                Is.GreaterThanOrEqualTo(Math.Max(1, (int)(rule.Count() * 0.9))), rule.Key);
        }
    }

    /// <summary>Numbers that are not read give no findings, but their count must not grow unnoticed.</summary>
    [Test]
    public void The_counts_of_numbers_read_are_those_approved()
    {
        var table = new StringBuilder("numbers  read  of parts  in other statements  left alone  report\n");
        foreach (var source in ExampleFiles.Sources())
        {
            var report = Forms.Reader.Read(new WorkbookOpener().Open(ExampleFiles.WorkbookOf(source)).Workbook!).Value!;
            var context = new CheckContext(report, Forms.Rules(report.Edition),
                new CheckOptions { Bound = ProseBinder.Bind(report).Value });
            var occurrences = context.Prose.Blocks.SelectMany(b => context.Reading.Of(b).Occurrences)
                .Where(s => s.Count is { Index: >= 0 }).ToArray();
            var all = context.Prose.Blocks.SelectMany(b => context.Reading.Of(b).Sentences)
                .SelectMany(s => s.All).Count(t => t.Count is { Index: >= 0, Measure.Length: > 0 });
            var (read, parts) = (Places(occurrences, OccurrenceKind.Number), Places(occurrences, OccurrenceKind.Part));
            table.Append(CultureInfo.InvariantCulture,
                $"{all,7}  {read,4}  {parts,8}  {Places(occurrences, OccurrenceKind.All),19}  {all - read - parts,10}  "
                + $"{Path.GetFileNameWithoutExtension(source)}\n");
        }

        Approval.Check(Path.Combine(RepositoryFiles.Root, "tests/ReportGen.Tests/Rules/Samples/numbers-understood.txt"),
            table.ToString());
    }

    private static int Places(IEnumerable<StatementOccurrence> occurrences, OccurrenceKind kind) =>
        occurrences.Where(s => s.Kind == kind).Select(s => (s.Text, s.Span.Start)).Distinct().Count();

    private static IEnumerable<Labelled> All()
    {
        var settings = "";
        foreach (var line in File.ReadLines(Path.Combine(RepositoryFiles.Root, "tests/ReportGen.Tests/Rules/Sentences.txt")))
        {
            if (line.StartsWith("% ", StringComparison.Ordinal))
            {
                settings = line[2..];
            }
            else if (line.StartsWith("+ ", StringComparison.Ordinal))
            {
                yield return new Labelled(settings, "", line[2..]);
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                yield return new Labelled(settings,
                line[2..].Split(' ')[0], line[2..].Split(' ', 2)[1]);
            }
        }
    }

    private static string[] Found(Labelled sentence) => [.. TextReports.Check(sentence.Settings, sentence.Sentence)
        .Where(f => f.Severity >= Severity.Warning && s_rules.Contains(f.Id)).Select(f => f.Id).Distinct()];

    private static bool IsRight(Labelled sentence, string[] found) => sentence.IsTrue ? found.Length == 0
        : found.Contains(sentence.Rule);

    private static string Table(IReadOnlyCollection<(Labelled Labelled, string[] Found)> judged)
    {
        var table = new StringBuilder("rule    contradictions  seen  recall  false alarms  precision\n");
        foreach (var rule in s_rules)
        {
            var (all, seen) = (judged.Count(j => j.Labelled.Rule == rule), judged.Count(j => j.Labelled.Rule == rule
                && j.Found.Contains(rule)));
            var alarms = judged.Count(j => j.Labelled.IsTrue && j.Found.Contains(rule));
            if (all + alarms > 0)
            {
                table.Append(CultureInfo.InvariantCulture,
                $"{rule,-6}  {all,14}  {seen,4}  {Share(seen, all),6}  {alarms,12}  {Share(seen, seen + alarms),9}\n");
            }
        }

        return table.ToString();
    }

    private static string Share(int part, int whole) =>
        whole == 0 ? "-" : (part / (double)whole).ToString("0.00", CultureInfo.InvariantCulture);
}
