using System.Collections.Concurrent;
using ReportGen.Diagnostics;
using ReportGen.Documents;
using ReportGen.Printing;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>A printer that a test can block, so that something can happen while a report is printed.</summary>
internal sealed class BlockingPrinter : IPdfPrinter
{
    private readonly ConcurrentQueue<FinishedDocument> _documents = new();

    /// <summary>The task that every print awaits.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    /// <summary>The number of started prints.</summary>
    public int Prints => _documents.Count;

    /// <summary>The documents to print.</summary>
    public IEnumerable<FinishedDocument> Documents => _documents;

    public bool IsClosed { get; private set; }

    public Task WarmUpAsync(CancellationToken cancellation = default) => Task.CompletedTask;

    public async Task<Outcome<PrintedDocument>> PrintAsync(FinishedDocument document, CancellationToken cancellation = default)
    {
        _documents.Enqueue(document);
        await Until.WaitAsync(cancellation);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        return new(new PrintedDocument("%PDF-"u8.ToArray(), 1, 1), []);
    }

    public ValueTask DisposeAsync()
    {
        IsClosed = true;
        return ValueTask.CompletedTask;
    }
}
