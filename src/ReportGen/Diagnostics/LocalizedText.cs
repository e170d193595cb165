namespace ReportGen.Diagnostics;

/// <summary>A text in Chinese and English.</summary>
/// <param name="Chinese">The text in simplified Chinese.</param>
/// <param name="English">The text in English.</param>
public sealed record LocalizedText(string Chinese, string English)
{
    /// <summary>A text that is the same in every language: a name, a number, a quotation.</summary>
    public static LocalizedText Same(string text) => new(text, text);

    /// <summary>The text in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>The Chinese text, for the debugger.</summary>
    public override string ToString() => Chinese;
}
