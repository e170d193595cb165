using ReportGen.Documents;

namespace ReportGen.Printing;

/// <summary>Turns finished documents into PDF. Safe for calls from several threads at once.</summary>
public interface IPdfPrinter : IAsyncDisposable
{
    /// <summary>
    /// Gets ready to print, so that the start overlaps with other work. Never fails: what goes wrong is told by the
    /// first print. May be left out.
    /// </summary>
    Task WarmUpAsync(CancellationToken cancellation = default);

    /// <summary>Prints one document. Calls beyond the printer's width wait for their turn.</summary>
    /// <returns>The PDF and what its preflight found; no value, and the reason, when it cannot be printed.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    Task<Outcome<PrintedDocument>> PrintAsync(FinishedDocument document, CancellationToken cancellation = default);
}

/// <summary>A document as PDF.</summary>
/// <param name="Pdf">The file's bytes; the same document gives the same bytes.</param>
/// <param name="Pages">The number of pages, 1 or more.</param>
/// <param name="Attempts">How often printing was tried: 1, or 2 when the first try met a crash or hang.</param>
public sealed record PrintedDocument(byte[] Pdf, int Pages, int Attempts);
