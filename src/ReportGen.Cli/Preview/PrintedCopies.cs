using System.Collections.Concurrent;
using ReportGen.Documents;
using ReportGen.Printing;

namespace ReportGen.Cli.Preview;

/// <summary>The PDFs of the pages that are shown, each printed once, by the printer that publishes.</summary>
internal sealed class PrintedCopies(IPdfPrinter printer)
{
    private readonly ConcurrentDictionary<string, (CompiledReport Of, Lazy<Task<Outcome<PrintedDocument>>> Copy)> _copies =
        new(StringComparer.Ordinal);

    /// <summary>The PDF of a state's page, as it would be published.</summary>
    /// <param name="state">A state with its page.</param>
    /// <param name="cancellation">Ends the waiting, not the printing, which others may wait for.</param>
    public Task<Outcome<PrintedDocument>> PrintAsync(ReportState state, CancellationToken cancellation)
    {
        var good = state.Good!;
        (CompiledReport Of, Lazy<Task<Outcome<PrintedDocument>>> Copy) Fresh() => (good, new(() => Task.Run(() => PrintAsync(good))));
        var (_, copy) = _copies.AddOrUpdate(state.File.Id, _ => Fresh(), (_, held) => held.Of == good && !HasFailed(held.Copy) ? held : Fresh());
        return copy.Value.WaitAsync(cancellation);
    }

    /// <summary>Lets the copy of a report go.</summary>
    public void Forget(string id) => _copies.TryRemove(id, out _);

    // What failed may succeed at the next asking: a browser that was installed meanwhile.
    private static bool HasFailed(Lazy<Task<Outcome<PrintedDocument>>> copy) =>
        copy is { IsValueCreated: true, Value: { IsCompleted: true } task } && (!task.IsCompletedSuccessfully || task.Result.Value is null);

    private async Task<Outcome<PrintedDocument>> PrintAsync(CompiledReport good)
    {
        var rendered = good.Pipeline!.Render(good.Read!, RenderOptions.Published);
        return rendered.Value is { } documents
            ? await printer.PrintAsync(documents.Html).ConfigureAwait(false)
            : new(null, rendered.Diagnostics);
    }
}
