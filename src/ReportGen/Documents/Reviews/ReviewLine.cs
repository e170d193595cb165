using ReportGen.Documents.Views;

namespace ReportGen.Documents.Reviews;

/// <summary>A finding as a line of the 审核表.</summary>
/// <param name="Number">The number in the returned workbook's list; 0 for an accepted finding, which is not in that list.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Place">The place, without the file name; empty for the whole file.</param>
/// <param name="Message">The message.</param>
/// <param name="Remedy">How to fix it; empty if the message says so.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Excerpt">The words concerned; null if none.</param>
/// <param name="Reason">The reason for accepting it; empty if not accepted.</param>
internal sealed record ReviewLine(
    int Number, Severity Severity, string Place, string Message, string Remedy, string Rule, Excerpt? Excerpt, string Reason)
{
    /// <summary>The lines of a review: the most severe first, then the accepted ones.</summary>
    public static ImmutableArray<ReviewLine> Of(Review review) =>
    [
        .. SeverityOrder.Sort(review.Findings).Select((finding, i) => Of(finding, i + 1, "", review.Language)),
        .. review.Accepted.Select(a => Of(a.Finding, 0, a.Reason, review.Language)),
    ];

    private static ReviewLine Of(Diagnostic finding, int number, string reason, Language language) => new(
        number, finding.Severity, finding.Location?.Place ?? "", finding.Message.In(language), finding.Remedy?.In(language) ?? "",
        finding.Id, finding.Quotation?.Excerpt(), reason);
}

/// <summary>
/// A line for templates: <c>number</c>, <c>severity</c> (error, warning, information, accepted), <c>place</c>,
/// <c>message</c>, <c>remedy</c>, <c>rule</c>, <c>quote</c> with <c>before</c>, <c>marked</c> and <c>after</c> or null,
/// <c>reason</c>, and <c>printed</c>: whether it fits on the printed page.
/// </summary>
internal sealed class ReviewLineView(ReviewLine line, bool isPrinted) : LazyScope
{
    /// <inheritdoc/>
    protected override OrderedDictionary<string, Func<object?>> Members => new()
    {
        ["number"] = () => line.Number,
        ["severity"] = () => Severity,
        ["place"] = () => line.Place,
        ["message"] = () => line.Message,
        ["remedy"] = () => line.Remedy,
        ["rule"] = () => line.Rule,
        ["quote"] = () => line.Excerpt is { } excerpt ? Quote(excerpt) : null,
        ["reason"] = () => line.Reason,
        ["printed"] = () => isPrinted,
    };

    private string Severity => line.Number == 0 ? "accepted" : line.Severity.ToString().ToLowerInvariant();

    private static Scriban.Runtime.ScriptObject Quote(Excerpt excerpt) => new()
    {
        ["before"] = excerpt.Before, ["marked"] = excerpt.Marked, ["after"] = excerpt.After,
    };
}
