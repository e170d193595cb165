using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Building;

/// <summary>
/// Tells of a batch in lines: one for each report on the error stream, its files on the output. A single report is told with
/// all its findings.
/// </summary>
internal sealed class BatchLines(UserTerminal terminal) : IBatchObserver
{
    private readonly Lock _lock = new();
    private readonly BatchWords _words = new(terminal);
    private bool _isSingle;

    public void Begin(int total) => _isSingle = total == 1;

    public void Stage(string workbook, PipelineStage? stage)
    {
        // A line for each report is enough.
    }

    public void Done(BuildResult result, TimeSpan elapsed)
    {
        lock (_lock)
        {
            terminal.Error.WriteLine(_words.Line(result, withReason: !_isSingle));
            if (_isSingle) new FindingsText(terminal, terminal.Error, terminal.ErrorPalette).Write(result.Findings);
            foreach (var file in result.Outputs) terminal.Output.WriteLine(DisplayText.Clean(file));
        }
    }

    public Task EndAsync(BatchSummary summary)
    {
        if (!_isSingle) _words.WriteSummary(summary);
        return Task.CompletedTask;
    }
}
