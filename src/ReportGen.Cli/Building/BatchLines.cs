using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Building;

/// <summary>
/// Writes the progress of a batch as text: a line for each report to standard error, its files to standard output. A single
/// report is written with all its findings.
/// </summary>
internal sealed class BatchLines(UserTerminal terminal) : IBatchObserver
{
    private readonly Lock _lock = new();
    private readonly BatchText _words = new(terminal);
    private bool _isSingle;

    public void Begin(int total) => _isSingle = total == 1;

    public void Stage(string workbook, PipelineStage? stage)
    {
        // Stages are not written.
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
