using System.Collections.Concurrent;
using ReportGen.Diagnostics;
using ReportGen.Documents;
using ReportGen.Printing;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>A printer that a test can hold up, so that something can happen while a report is rendered.</summary>
internal sealed class HeldPrinter : IPdfPrinter
{
    private readonly ConcurrentQueue<FinishedDocument> _documents = new();

    /// <summary>What every print waits for.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>How many prints were begun.</summary>
    public int Prints => _documents.Count;

    /// <summary>What was to be printed.</summary>
    public IEnumerable<FinishedDocument> Documents => _documents;

    public bool IsClosed { get; private set; }

    public Task WarmUpAsync(CancellationToken cancellation = default) => Task.CompletedTask;

    public async Task<Outcome<PrintedDocument>> PrintAsync(FinishedDocument document, CancellationToken cancellation = default)
    {
        _documents.Enqueue(document);
        await Hold.WaitAsync(cancellation);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        return new(new PrintedDocument("%PDF-"u8.ToArray(), 1, 1), []);
    }

    public ValueTask DisposeAsync()
    {
        IsClosed = true;
        return ValueTask.CompletedTask;
    }
}
