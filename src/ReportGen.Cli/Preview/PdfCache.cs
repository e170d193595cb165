using System.Collections.Concurrent;
using ReportGen.Documents;
using ReportGen.Printing;

namespace ReportGen.Cli.Preview;

/// <summary>Caches the PDFs of opened reports. Each is printed once, as for publication. Thread-safe.</summary>
internal sealed class PdfCache(IPdfPrinter printer)
{
    private readonly ConcurrentDictionary<string, (CompiledReport Report, Lazy<Task<Outcome<PrintedDocument>>> Pdf)> _entries =
        new(StringComparer.Ordinal);

    /// <summary>Returns the PDF of a page as it would be published; null, with findings, if it cannot be printed.</summary>
    /// <param name="state">A report with a page.</param>
    /// <param name="cancellation">Cancels the wait, but not the print, for which others may wait.</param>
    public Task<Outcome<PrintedDocument>> PrintAsync(ReportState state, CancellationToken cancellation)
    {
        var good = state.LastGood!;
        (CompiledReport Report, Lazy<Task<Outcome<PrintedDocument>>> Pdf) NewEntry() =>
            (good, new(() => Task.Run(() => PrintAsync(good))));
        var (_, pdf) = _entries.AddOrUpdate(state.File.Id, _ => NewEntry(),
            (_, existing) => existing.Report == good && !HasFailed(existing.Pdf) ? existing : NewEntry());
        return pdf.Value.WaitAsync(cancellation);
    }

    /// <summary>Removes the PDF of a report.</summary>
    public void Remove(string id) => _entries.TryRemove(id, out _);

    // A failed print is tried again: a browser may have been installed meanwhile.
    private static bool HasFailed(Lazy<Task<Outcome<PrintedDocument>>> pdf) =>
        pdf is { IsValueCreated: true, Value: { IsCompleted: true } task }
            && (!task.IsCompletedSuccessfully || task.Result.Value is null);

    private async Task<Outcome<PrintedDocument>> PrintAsync(CompiledReport good)
    {
        var rendered = good.Pipeline!.Render(good.Read!, RenderOptions.Published);
        return rendered.Value is { } documents
            ? await printer.PrintAsync(documents.Html).ConfigureAwait(false)
            : new(null, rendered.Diagnostics);
    }
}
