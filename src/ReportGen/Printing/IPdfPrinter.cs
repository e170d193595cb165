using ReportGen.Documents;

namespace ReportGen.Printing;

/// <summary>Converts finished documents to PDF. Thread-safe.</summary>
public interface IPdfPrinter : IAsyncDisposable
{
    /// <summary>
    /// Starts the printer in advance, so that the start overlaps with other work. Optional. Never fails: the first print
    /// reports errors.
    /// </summary>
    Task WarmUpAsync(CancellationToken cancellation = default);

    /// <summary>Prints one document. Calls beyond the printer's capacity are queued.</summary>
    /// <returns>The PDF and its preflight warnings; no value, with the reason, if it cannot be printed.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    Task<Outcome<PrintedDocument>> PrintAsync(FinishedDocument document, CancellationToken cancellation = default);
}

/// <summary>A document as PDF.</summary>
/// <param name="Pdf">The content of the file; the same document gives the same bytes.</param>
/// <param name="Pages">The number of pages, 1 or more.</param>
/// <param name="Attempts">The number of attempts: 1, or 2 if the first crashed or hung.</param>
public sealed record PrintedDocument(byte[] Pdf, int Pages, int Attempts);
