using ReportGen.Printing.Pdf;

namespace ReportGen.Printing;

/// <summary>Checks a finished PDF before publication, as a printing house would.</summary>
internal static class PdfPreflight
{
    private const double A4Width = 210 / 25.4 * 72, A4Height = 297 / 25.4 * 72, Tolerance = 1.5;

    /// <summary>Checks a PDF made by Chromium: page size, title, language, tags, fonts.</summary>
    /// <returns>Warnings in the order of the checks; empty if none.</returns>
    public static ImmutableArray<Diagnostic> Check(PdfFacts facts)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (!facts.HasTitle) found.Add(PrintingMessages.NoTitle());
        if (!facts.HasLanguage) found.Add(PrintingMessages.NoLanguage());
        if (!facts.IsTagged) found.Add(PrintingMessages.NotTagged());
        var odd = facts.Pages.Index().FirstOrDefault(p => !IsA4(p.Item.Width, p.Item.Height), (-1, default));
        if (odd.Item1 >= 0) found.Add(PrintingMessages.NotA4(odd.Item1 + 1, odd.Item2.Width, odd.Item2.Height));
        if (facts.Type3Fonts > 0) found.Add(PrintingMessages.Type3(facts.Type3Fonts));
        foreach (var font in facts.FontsNotEmbedded) found.Add(PrintingMessages.NotEmbedded(font));
        return found.ToImmutable();
    }

    private static bool IsA4(double width, double height) =>
        (Near(width, A4Width) && Near(height, A4Height)) || (Near(width, A4Height) && Near(height, A4Width));

    private static bool Near(double value, double wanted) => Math.Abs(value - wanted) <= Tolerance;
}
