using ReportGen.Cli.Terminal;
using ReportGen.Definitions;
using ReportGen.Rules;
using ReportGen.Totals;

namespace ReportGen.Cli.Checking;

/// <summary>Reads what bodies have handed in: several files at a time, of each only what is added up.</summary>
internal sealed class SubmissionReader(ReportPipeline pipeline, UserTerminal terminal)
{
    private readonly CheckOptions _checks = new() { Today = terminal.Today };
    private int _done;

    /// <summary>The files in their order. A file's content is let go of as soon as its figures are known.</summary>
    public IReadOnlyList<Submission> Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var read = files.AsParallel().AsOrdered().WithCancellation(cancellation).Select(f => Noted(ReadOne(f, keepText: false), files.Count)).ToList();
        if (terminal.IsWatched) terminal.Error.Write("\r\e[K");
        return read;
    }

    /// <summary>One file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="keepText">Whether its prose is wanted too.</param>
    public Submission ReadOne(string file, bool keepText)
    {
        var read = pipeline.Read(file);
        var findings = pipeline.Check(read, _checks);
        var report = keepText ? read.Report : read.Report is { } r ? r with { Sections = [], Bodies = r.Bodies.IsEmpty ? [] : [r.Bodies[0]] } : null;
        return new Submission(file, report, findings);
    }

    /// <summary>The kind and edition of a total: the own office's kind, else the one that most reports are of.</summary>
    /// <returns>Null when there is no report, or no edition for the year; the caller says so.</returns>
    public string? KindOf(Submission? own, IEnumerable<Submission> bodies) =>
        own?.Report?.Kind ?? bodies.Select(b => b.Report?.Kind).OfType<string>().GroupBy(k => k).MaxBy(g => g.Count())?.Key
        ?? (pipeline.Catalog.Kinds is [var only] ? only : null);

    /// <summary>The edition that a total of that kind and year has.</summary>
    public Diagnostics.Outcome<KindDefinition> EditionOf(string kind, int? year) => pipeline.Catalog.Choose(kind, year);

    private Submission Noted(Submission submission, int files)
    {
        var done = Interlocked.Increment(ref _done);
        if (terminal.IsWatched) terminal.Error.Write($"\r{terminal.Say("已读取", "read")} {done}/{files}");
        return submission;
    }
}
