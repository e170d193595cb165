using ReportGen.Printing.Pdf;
using ReportGen.Printing.Preflight;

namespace ReportGen.Printing;

/// <summary>
/// Checks a finished PDF before publication: against the rules of PDF/A-2a and PDF/UA-1, and as a printing house would.
/// </summary>
internal static class PdfPreflight
{
    private const double A4Width = 210 / 25.4 * 72, A4Height = 297 / 25.4 * 72, Tolerance = 1.5;

    private static readonly HashSet<string> s_fontIds = [.. PdfRules.All.Where(r => r.IsOfFonts).Select(r => r.Id)];

    /// <summary>Checks a PDF.</summary>
    /// <param name="inspection">The PDF.</param>
    /// <param name="title">The title of the document, for the messages.</param>
    /// <returns>
    /// A finding for each rule that is broken, an error unless the fonts of the machine are the cause; warnings about page sizes
    /// and fonts; empty if none.
    /// </returns>
    public static ImmutableArray<Diagnostic> Check(PdfInspection inspection, string title)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var rule in PdfRules.All)
            if (rule.FindBreach(inspection) is { } place) found.Add(PrintingMessages.RuleBroken(title, rule, place));
        var odd = inspection.Pages.Select(p => Size(inspection.File, p)).Index()
            .FirstOrDefault(p => !IsA4(p.Item.Width, p.Item.Height), (-1, default));
        if (odd.Item1 >= 0) found.Add(PrintingMessages.NotA4(odd.Item1 + 1, odd.Item2.Width, odd.Item2.Height));
        var type3 = inspection.Fonts.Count(f => f.Subtype == "Type3");
        if (type3 > 0) found.Add(PrintingMessages.Type3(type3));
        return found.ToImmutable();
    }

    /// <summary>Whether a PDF with these findings may say that it follows the standards.</summary>
    public static bool MayClaim(IEnumerable<Diagnostic> findings) => !findings.Any(d => s_fontIds.Contains(d.Id));

    private static (double Width, double Height) Size(PdfFile file, PdfObject page) =>
        (file.Array(page.Dictionary!["MediaBox"])?.Items ?? []).Select(file.Number).ToArray()
            is [{ } left, { } bottom, { } right, { } top] ? (right - left, top - bottom) : (0, 0);

    private static bool IsA4(double width, double height) =>
        (Near(width, A4Width) && Near(height, A4Height)) || (Near(width, A4Height) && Near(height, A4Width));

    private static bool Near(double value, double wanted) => Math.Abs(value - wanted) <= Tolerance;
}
