using ReportGen.Documents;
using ReportGen.Documents.Reviews;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Workbooks.Annotation;

namespace ReportGen;

/// <summary>Returning a workbook: from its findings to the returned workbook and the review page.</summary>
public sealed partial class ReportPipeline
{
    /// <summary>Creates the returned workbook and the review page, even of a file that is not a workbook.</summary>
    /// <param name="read">The workbook as it was read.</param>
    /// <param name="findings">The findings of <see cref="FindingsOf"/>.</param>
    /// <param name="profile">The profile of the check.</param>
    /// <param name="language">The language of messages and of the page.</param>
    /// <param name="accepted">Accepted findings, each with the reason; listed on the page only. Default: none.</param>
    /// <returns>The documents; null, with the template's errors, if the page cannot be rendered.</returns>
    public Outcome<ReturnedDocuments> Return(
        ReadResult read, ImmutableArray<Diagnostic> findings, CheckProfile profile, DocumentLanguage language,
        ImmutableArray<(Diagnostic Finding, string Reason)> accepted = default)
    {
        var page = Review(read, findings, profile, language, accepted);
        if (page.Value is not { } finished) return new(null, page.Diagnostics);
        var returned = WorkbookMarker.Mark(
            read.Workbook, findings, language.For(LanguageOf(read.Report)), read.Report?.Blanks?.Remark);
        return new(new ReturnedDocuments(returned, finished), page.Diagnostics);
    }

    /// <summary>Creates only the review page; otherwise like <see cref="Return"/>.</summary>
    public Outcome<FinishedDocument> Review(
        ReadResult read, ImmutableArray<Diagnostic> findings, CheckProfile profile, DocumentLanguage language,
        ImmutableArray<(Diagnostic Finding, string Reason)> accepted = default)
    {
        var templates = ReviewTemplates(read.Report);
        if (templates.Value is not { } library) return new(null, templates.Diagnostics);
        return ReviewRenderer.Render(ReviewOf(read, profile) with
        {
            Findings = findings, Accepted = accepted.IsDefault ? [] : accepted,
            Language = language.For(LanguageOf(read.Report)),
        }, library);
    }

    private Review ReviewOf(ReadResult read, CheckProfile profile)
    {
        var review = new Review
        {
            FileName = Path.GetFileName(read.File),
            Sha256 = read.Workbook.Sha256,
            Profile = PipelineMessages.NameOf(profile),
            Findings = [],
        };
        if (read.Report is not { } report) return review;
        var kind = KindOf(report);
        return review with
        {
            Body = report.Body, Year = report.Year, Title = report.Title,
            Edition = new($"{kind.Title.Chinese}（{kind.Edition}）", $"{kind.Title.English} ({kind.Edition})"),
            Blanks = report.Blanks,
            Rules = CountRules(ReportChecker.Severities(report, Rules.Of(kind), profile)),
        };
    }

    private static RuleCount CountRules(ImmutableArray<Severity?> rules) => new(rules.Count(r => r == Severity.Error),
        rules.Count(r => r == Severity.Warning), rules.Count(r => r == Severity.Information), rules.Count(r => r is null));

    // The kind's own page first; if its templates have errors, the shared page, so that a return is always possible.
    private Outcome<TemplateLibrary> ReviewTemplates(Report? report)
    {
        if (report is not null && TemplatesOf(KindOf(report)) is { Value: { } own } && own.Has(ReviewRenderer.TemplateName))
            return new(own, []);
        return _shared.Value;
    }
}
