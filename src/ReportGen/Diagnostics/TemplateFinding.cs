using ReportGen.Templating.Errors;

namespace ReportGen.Diagnostics;

/// <summary>Makes findings of the errors that the template language reports.</summary>
internal static class TemplateFinding
{
    /// <summary>A finding at the place of the error, with the quoted line if there is one.</summary>
    /// <param name="id">The finding's id; it differs between the documents of a report and the ledger.</param>
    /// <param name="error">The error.</param>
    public static Diagnostic Of(string id, TemplateError error)
    {
        var (file, start) = (error.Span.FileName, error.Span.Start);
        return Diagnostic.Error(
            id, new TextLocation { File = file, Line = start.Line + 1, Column = start.Column + 1 },
            error.Reason.Chinese, error.Reason.English,
            error.Reason is { ChineseHint: { } chinese, EnglishHint: { } english } ? new(chinese, english) : null) with
        { Quotation = error.Line.Length == 0 ? null : new(error.Line, Mark(error)) };
    }

    private static TextSpan Mark(TemplateError error)
    {
        var start = Math.Clamp(error.Span.Start.Column, 0, error.Line.Length);
        return new TextSpan(start, Math.Clamp(error.MarkLength, 0, error.Line.Length - start));
    }
}
