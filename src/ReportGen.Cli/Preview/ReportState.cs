using System.Security.Cryptography;

namespace ReportGen.Cli.Preview;

/// <summary>The state of a workbook as shown by the pages. Immutable.</summary>
internal sealed record ReportState(PreviewFile File)
{
    /// <summary>The last compilation that gave a page; null if none yet.</summary>
    public CompiledReport? LastGood { get; init; }

    /// <summary>The errors shown above the last page: why the newest compilation gave no page; empty if it did.</summary>
    public ImmutableArray<Diagnostic> Errors { get; init; } = [];

    /// <summary>When <see cref="Errors"/> were found; null if there are none.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>The number of pages of the PDF; null if not printed yet.</summary>
    public int? PrintedPages { get; init; }

    /// <summary>The identity of the report on the last page; null if none yet.</summary>
    public ReportIdentity? Identity { get; init; }

    /// <summary>A digest of everything that the page shows.</summary>
    public string Tag { get; init; } = "";

    /// <summary>The condition: <c>waiting</c>, <c>mistake</c>, <c>errors</c>, <c>warnings</c> or <c>ok</c>.</summary>
    public string Condition =>
        !Errors.IsEmpty ? "mistake"
        : LastGood is null ? "waiting"
        : Count(Severity.Error) > 0 ? "errors"
        : Count(Severity.Warning) > 0 ? "warnings" : "ok";

    /// <summary>Counts the findings of a severity.</summary>
    public int Count(Severity severity) => LastGood?.Findings.Count(f => f.Severity == severity) ?? 0;

    /// <summary>Returns the state after a compilation.</summary>
    public ReportState Update(CompiledReport compiled)
    {
        if (compiled.Html is null)
        {
            return this with { Errors = compiled.Errors, FailedAt = compiled.At,
                Tag = TagOf(LastGood?.Html, [.. compiled.Errors]) };
        }

        var report = compiled.Read!.Report!;
        var tag = TagOf(compiled.Html, [.. compiled.Findings]);
        return this with
        {
            LastGood = compiled, Errors = [], FailedAt = null, Tag = tag,
            PrintedPages = LastGood?.Html == compiled.Html ? PrintedPages : null,
            Identity = new(report.Kind, report.Edition, report.Body, report.Year, report.Title),
        };
    }

    private static string TagOf(string? html, IEnumerable<Diagnostic> findings)
    {
        var text = string.Join('\n', findings.Select(d => $"{d.Id} {d.Location} {d.Message.Chinese}").Prepend(html ?? ""));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}

/// <summary>The identity of a report.</summary>
internal sealed record ReportIdentity(string Kind, string Edition, string Body, int? Year, string Title);
