using ReportGen.Printing.Pdf;

namespace ReportGen.Printing.Preflight;

/// <summary>A rule of PDF/A-2a (ISO 19005-2, level A) or PDF/UA-1 (ISO 14289-1) that a program can check.</summary>
/// <param name="Clauses">The clauses, such as <c>A 6.1.2, UA 7.1</c>.</param>
/// <param name="Chinese">What the rule demands, in Chinese.</param>
/// <param name="English">What the rule demands, in English.</param>
/// <param name="FindBreach">Finds the first place that breaks the rule; null if there is none.</param>
/// <param name="Remedy">What the author of a template can do about it; null if the template is not the cause.</param>
/// <param name="OwnId">The id of its finding if it has one of its own.</param>
/// <param name="IsOfFonts">
/// Whether the fonts of the machine are the cause of a breach. The PDF is readable on paper and is published, without the claim
/// to follow the standards.
/// </param>
internal sealed record PdfRule(
    string Clauses, string Chinese, string English, Func<PdfInspection, PdfPlace?> FindBreach, LocalizedText? Remedy = null,
    string? OwnId = null, bool IsOfFonts = false)
{
    /// <summary>The id of its finding, which tells whether the template is the cause.</summary>
    public string Id => OwnId ?? (Remedy is null ? "printing.pdf-rule" : "printing.pdf-template");

    /// <summary>The clauses with the names of the standards, such as <c>PDF/A-2a 6.1.2, PDF/UA-1 7.1</c>.</summary>
    public string FullClauses => Clauses.Replace("UA ", "PDF/UA-1 ").Replace("A 6", "PDF/A-2a 6");
}

/// <summary>All rules, in the order of the standards' clauses.</summary>
internal static class PdfRules
{
    /// <summary>The rules. Texts begin with a small letter and have no full stop.</summary>
    public static ImmutableArray<PdfRule> All { get; } =
        [.. FileRules.All, .. AppearanceRules.All, .. AnnotationRules.All, .. StructureRules.All];

    /// <summary>The whole file if a rule is broken; else null.</summary>
    public static PdfPlace? If(bool isBroken) => isBroken ? PdfPlace.File : null;

    /// <summary>An object if there is one; else null.</summary>
    public static PdfPlace? At(PdfObject? item) => item is null ? null : PdfPlace.Of(item);

    /// <summary>The place of the first item that breaks a rule; null if there is none.</summary>
    public static PdfPlace? First<T>(IEnumerable<T> items, Func<T, bool> isBroken, Func<T, PdfPlace> place)
    {
        foreach (var item in items)
            if (isBroken(item)) return place(item);
        return null;
    }
}
