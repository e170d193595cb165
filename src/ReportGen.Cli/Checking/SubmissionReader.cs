using ReportGen.Cli.Terminal;
using ReportGen.Definitions;
using ReportGen.Rules;
using ReportGen.Totals;

namespace ReportGen.Cli.Checking;

/// <summary>Reads the workbooks that bodies have submitted, several at a time, keeping only what is added up.</summary>
internal sealed class SubmissionReader(ReportPipeline pipeline, UserTerminal terminal)
{
    private readonly CheckOptions _checks = new() { Today = terminal.Today };
    private int _done;

    /// <summary>Reads files and returns them in the same order. Releases each file's content once its figures are read.</summary>
    public IReadOnlyList<Submission> Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var read = files.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(f => ShowProgress(ReadOne(f, keepText: false), files.Count)).ToList();
        if (terminal.IsErrorInteractive) terminal.Error.Write("\r\e[K");
        return read;
    }

    /// <summary>Reads one file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="keepText">Whether to keep its prose.</param>
    public Submission ReadOne(string file, bool keepText)
    {
        try
        {
            return Read(file, keepText);
        }
        catch (Exception e)
        {
            // An internal error in one workbook must not stop the others.
            return new Submission(file, null, [UnexpectedErrors.Of(file, e)]);
        }
    }

    private Submission Read(string file, bool keepText)
    {
        var read = pipeline.Read(file);
        var findings = pipeline.FindingsOf(read, _checks);
        var report = keepText
            ? read.Report
            : read.Report is { } r ? r with { Sections = [], Bodies = r.Bodies.IsEmpty ? [] : [r.Bodies[0]] } : null;
        return new Submission(file, report, findings) { Saved = new WorkbookInput(file).Saved() };
    }

    /// <summary>
    /// Returns the kind of a total: that of the own report, otherwise the most frequent, otherwise the only one.
    /// </summary>
    /// <returns>The kind; null if unknown.</returns>
    public string? KindOf(Submission? own, IEnumerable<Submission> bodies) =>
        own?.Report?.Kind ?? bodies.Select(b => b.Report?.Kind).OfType<string>().GroupBy(k => k).MaxBy(g => g.Count())?.Key
        ?? (pipeline.Catalog.Kinds is [var only] ? only : null);

    /// <summary>Returns the edition for a total of a kind and year; null, with findings, if none.</summary>
    public Diagnostics.Outcome<KindDefinition> EditionOf(string kind, int? year) => pipeline.Catalog.Choose(kind, year);

    private Submission ShowProgress(Submission submission, int files)
    {
        var done = Interlocked.Increment(ref _done);
        if (terminal.IsErrorInteractive) terminal.Error.Write($"\r{terminal.Localize("已读取", "read")} {done}/{files}");
        return submission;
    }
}
