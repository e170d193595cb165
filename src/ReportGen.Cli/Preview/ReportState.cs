using System.Security.Cryptography;

namespace ReportGen.Cli.Preview;

/// <summary>A workbook as the pages know it. Immutable: whoever holds one sees one moment.</summary>
internal sealed record ReportState(PreviewFile File)
{
    /// <summary>The last look that gave a page; null before there is one.</summary>
    public CompiledReport? Good { get; init; }

    /// <summary>What stands over the last page: why the newest look gave none. Empty when it did.</summary>
    public ImmutableArray<Diagnostic> Mistakes { get; init; } = [];

    /// <summary>When that was found.</summary>
    public DateTimeOffset? MistakenAt { get; init; }

    /// <summary>How many pages the real print of this page has; null while it is not printed.</summary>
    public int? PrintedPages { get; init; }

    /// <summary>Kind, edition, body, year, title of the last page; null before there is one.</summary>
    public ReportIdentity? Identity { get; init; }

    /// <summary>Changes with everything that the page shows.</summary>
    public string Tag { get; init; } = "";

    /// <summary>One word: <c>waiting</c>, <c>mistake</c>, <c>errors</c>, <c>warnings</c> or <c>ok</c>.</summary>
    public string Condition =>
        !Mistakes.IsEmpty ? "mistake"
        : Good is null ? "waiting"
        : Count(Severity.Error) > 0 ? "errors"
        : Count(Severity.Warning) > 0 ? "warnings" : "ok";

    /// <summary>The number of findings of a severity.</summary>
    public int Count(Severity severity) => Good?.Findings.Count(f => f.Severity == severity) ?? 0;

    /// <summary>The state after a look.</summary>
    public ReportState After(CompiledReport compiled)
    {
        if (compiled.Html is null) return this with { Mistakes = compiled.Mistakes, MistakenAt = compiled.At, Tag = TagOf(Good?.Html, [.. compiled.Mistakes]) };
        var report = compiled.Read!.Report!;
        var tag = TagOf(compiled.Html, [.. compiled.Findings]);
        return this with
        {
            Good = compiled, Mistakes = [], MistakenAt = null, Tag = tag, PrintedPages = Good?.Html == compiled.Html ? PrintedPages : null,
            Identity = new(report.Kind, report.Edition, report.Body, report.Year, report.Title),
        };
    }

    private static string TagOf(string? html, IEnumerable<Diagnostic> told)
    {
        var text = string.Join('\n', told.Select(d => $"{d.Id} {d.Location} {d.Message.Chinese}").Prepend(html ?? ""));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}

/// <summary>Which report it is.</summary>
internal sealed record ReportIdentity(string Kind, string Edition, string Body, int? Year, string Title);
