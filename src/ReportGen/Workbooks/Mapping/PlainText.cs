namespace ReportGen.Workbooks.Mapping;

/// <summary>Short texts that stand for a number or a date, as a person typed them.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text in half-width characters, without spaces and invisible characters such as U+200E and U+FEFF. Empty if the text
    /// is longer than <paramref name="limit"/> or has a character that Unicode only counts as a digit: <c>①</c> and <c>²</c>
    /// are footnote marks, and beside digits they would become part of the number.
    /// </summary>
    public static string Of(string text, int limit) =>
        text.Length > limit || text.Any(IsNoText)
            ? ""
            : string.Concat(text.Normalize(NormalizationForm.FormKC).Where(IsVisible));

    // Halves of pairs, and what is no character, cannot be normalized.
    private static bool IsNoText(char c) => char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF'
        || char.GetUnicodeCategory(c) == UnicodeCategory.OtherNumber;

    private static bool IsVisible(char c) => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format;
}
