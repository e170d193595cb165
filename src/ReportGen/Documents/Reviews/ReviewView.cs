using ReportGen.Documents.Views;
using ReportGen.Model;
using ReportGen.Templating;
using Scriban.Runtime;

namespace ReportGen.Documents.Reviews;

/// <summary>
/// The variables of the template of a 审核表: <c>page_title</c>, <c>english</c>, <c>body</c>, <c>year</c>, <c>title</c>,
/// <c>edition</c>, <c>file</c>, <c>sha256</c>, <c>profile</c>, <c>rules</c>, <c>blanks</c>, <c>lines</c>, the counts
/// <c>errors</c>,
/// <c>warnings</c>, <c>information</c>, <c>accepted</c> and <c>unprinted</c>, <c>cut</c> (whether long texts must be cut in
/// print), <c>publishable</c>, <c>generator</c>, and
/// the function <c>stylesheet</c>. Unknown values are empty; without a report, <c>rules</c> is null, and so
/// is <c>blanks</c> unless the cover declares that empty cells count as 0.
/// </summary>
internal sealed class ReviewView : LazyScope
{
    private readonly Review _review;
    private readonly IncludedFiles _files;
    private readonly ImmutableArray<ReviewLine> _lines;
    private readonly int _printed;
    private readonly bool _isCut;

    public ReviewView(Review review, IncludedFiles files)
    {
        (_review, _files) = (review, files);
        _lines = ReviewLine.Of(review);
        (_printed, _isCut) = PrintedLines.Fitting(_lines, review);
    }

    /// <summary>The page's title.</summary>
    public string PageTitle =>
        $"{(IsEnglish ? "Review: " : "审核表：")}{(_review.Title.Length > 0 ? _review.Title : _review.FileName)}";

    private bool IsEnglish => _review.Language == Language.English;

    /// <inheritdoc/>
    protected override OrderedDictionary<string, Func<object?>> Members => new()
    {
        ["page_title"] = () => PageTitle,
        ["english"] = () => IsEnglish,
        ["body"] = () => _review.Body,
        ["year"] = () => _review.Year is { } year ? year : "",
        ["title"] = () => _review.Title,
        ["edition"] = () => _review.Edition?.In(_review.Language) ?? "",
        ["file"] = () => _review.FileName,
        ["sha256"] = () => _review.Sha256,
        ["profile"] = () => _review.Profile.In(_review.Language),
        ["rules"] = () => _review.Rules is { } rules ? Rules(rules) : null,
        ["blanks"] = () => _review.Blanks is { } blanks ? Blanks(blanks) : null,
        ["lines"] = () => new ScriptArray(_lines.Select((line, i) => new ReviewLineView(line, isPrinted: i < _printed))),
        ["errors"] = () => CountOf(Severity.Error),
        ["warnings"] = () => CountOf(Severity.Warning),
        ["information"] = () => CountOf(Severity.Information),
        ["accepted"] = () => _review.Accepted.Length,
        ["unprinted"] = () => _lines.Length - _printed,
        ["cut"] = () => _isCut,
        ["publishable"] = () => _review.IsPublishable,
        ["generator"] = () => Generator.Name,
        ["stylesheet"] = () => TemplateFunctions.Stylesheet(_files),
    };

    private int CountOf(Severity severity) => _review.Findings.Count(f => f.Severity == severity);

    private static ScriptObject Blanks(BlankDeclaration blanks) => new()
    {
        ["field"] = blanks.Field.Name, ["value"] = blanks.Field.Text, ["count"] = blanks.Count,
        ["tables"] = new ScriptArray(blanks.Counts.Select(c => new ScriptObject { ["name"] = c.Table, ["count"] = c.Count })),
    };

    private static ScriptObject Rules(RuleCount rules) => new()
    {
        ["applied"] = rules.Applied, ["errors"] = rules.Errors, ["warnings"] = rules.Warnings,
        ["information"] = rules.Information, ["not_applied"] = rules.NotApplied,
    };
}
