using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Publishing;
using ReportGen.Rules;

namespace ReportGen.Cli.Checking;

/// <summary>Checks one workbook, and writes its returned workbook and review page.</summary>
/// <param name="pipeline">The pipeline.</param>
/// <param name="arguments">The options of the command.</param>
/// <param name="sources">The other files of the check.</param>
/// <param name="bodies">Compares it with the sum of its bodies; null for none.</param>
/// <param name="returns">The folder for returned workbooks; null for none.</param>
/// <param name="pageOf">Returns the path of a workbook's review page.</param>
/// <param name="terminal">The language of the output, and the date of the check.</param>
internal sealed class WorkbookCheck(
    ReportPipeline pipeline, CheckArguments arguments, CheckSources sources, BodyTotalComparer? bodies, ReturnFolder? returns,
    Func<string, string> pageOf, UserTerminal terminal)
{
    /// <summary>Checks a workbook.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="problems">Receives errors of writing; locked for each access.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>Its findings; then those of other files that could not be compared with it.</returns>
    public async Task<ImmutableArray<FileFindings>> RunAsync(
        string file, ICollection<Diagnostic> problems, CancellationToken cancellation)
    {
        try
        {
            return await CheckAsync(file, problems, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // An internal error in one workbook must not stop the others.
            return [new FileFindings(file, [UnexpectedErrors.Of(file, e)])];
        }
    }

    private async Task<ImmutableArray<FileFindings>> CheckAsync(
        string file, ICollection<Diagnostic> problems, CancellationToken cancellation)
    {
        var read = pipeline.Read(file);
        var (previous, remark) = sources.Previous.For(read.Report, file);
        var compared = bodies?.Compare(file, read.Report).ToImmutableArray() ?? [];
        var differences = compared.Where(c => c.File == file).SelectMany(c => c.Findings);
        var found = pipeline.Check(
            read, new CheckOptions { Profile = arguments.Profile, Accepted = sources.Accepted, Previous = previous,
                Today = terminal.Today },
            [.. remark is null ? [] : new[] { remark }, .. differences]);
        return [await FinishAsync(file, found, problems, cancellation).ConfigureAwait(false),
            .. compared.Where(c => c.File != file)];
    }

    private Task<FileFindings> FinishAsync(
        string file, CheckedReport found, ICollection<Diagnostic> problems, CancellationToken cancellation)
    {
        if (arguments.WriteBaseline is not null) found = AcceptNow(found);
        var result = new FileFindings(file, found.Findings)
        {
            Report = found.Read.Report, Sha256 = found.Read.Workbook.Sha256, Accepted = found.Accepted, Lapsed = found.Lapsed,
            Since = sources.Since is { } earlier
                ? ReturnDelta.Of(arguments.Since!, earlier, found.Findings, found.Accepted.Select(a => a.Finding))
                : null,
        };
        return WriteAsync(result, found, problems, cancellation);
    }

    private CheckedReport AcceptNow(CheckedReport found)
    {
        var accepted = found.Findings.Where(f => AcceptedFindings.MayAccept(f) && IsToAccept(f.Id)).ToImmutableArray();
        return found with
        {
            Findings = found.Findings.RemoveRange(accepted, ReferenceEqualityComparer.Instance),
            Accepted = [.. found.Accepted, .. accepted.Select(f => (f, arguments.Reason))],
        };
    }

    private bool IsToAccept(string id) =>
        arguments.Accept.IsEmpty || arguments.Accept.Contains(id);

    private async Task<FileFindings> WriteAsync(
        FileFindings result, CheckedReport found, ICollection<Diagnostic> problems, CancellationToken cancellation)
    {
        // A workbook whose kind has errors is not judged.
        if (ErrorCauses.Of(found.Findings) == ErrorCause.Template) return result;
        try
        {
            if (returns is not null && !found.Findings.IsEmpty)
                result = result with { Returned = Return(result.File, found, problems) };
            return arguments.WantsPages ? result with
                { Review = await ReviewAsync(result.File, found, problems, cancellation).ConfigureAwait(false) } : result;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Add(problems, [PublishingMessages.CannotWrite(arguments.Return ?? arguments.Output!, e.Message)]);
            return result;
        }
    }

    private string? Return(string file, CheckedReport found, ICollection<Diagnostic> problems)
    {
        var returned = pipeline.Return(found.Read, found.Findings, arguments.Profile, terminal.DocumentLanguage, found.Accepted);
        Add(problems, returned.Diagnostics);
        return returned.Value is { } documents ? returns!.Write(file, documents.Workbook.Span) : null;
    }

    private async Task<string?> ReviewAsync(
        string file, CheckedReport found, ICollection<Diagnostic> problems, CancellationToken cancellation)
    {
        var page = pipeline.Review(found.Read, found.Findings, arguments.Profile, terminal.DocumentLanguage, found.Accepted);
        Add(problems, page.Diagnostics);
        if (page.Value is not { } document) return null;
        var bytes = Encoding.UTF8.GetBytes(document.Html);
        if (arguments.Format == FindingsFormat.Pdf)
        {
            var printed = await pipeline.PrintAsync(document, cancellation).ConfigureAwait(false);
            Add(problems, printed.Diagnostics);
            if (printed.Value is null) return null;
            bytes = printed.Value.Pdf;
        }

        var path = pageOf(file);
        AtomicFile.Write(path, bytes);
        return path;
    }

    private static void Add(ICollection<Diagnostic> problems, ImmutableArray<Diagnostic> more)
    {
        lock (problems)
        {
            foreach (var problem in more) problems.Add(problem);
        }
    }
}
