namespace ReportGen;

/// <summary>Chooses the language of what is written about a workbook: returned workbook, review page, ledger.</summary>
/// <param name="Language">The language where a kind states none.</param>
/// <param name="Overrides">Whether that language is used whatever the kind states.</param>
public readonly record struct DocumentLanguage(Language Language, bool Overrides)
{
    /// <summary>Uses a language whatever the kind states.</summary>
    public static implicit operator DocumentLanguage(Language language) => new(language, Overrides: true);

    /// <summary>Returns the language for a kind.</summary>
    /// <param name="kind">The language that the kind states; null if none.</param>
    public Language For(Language? kind) => Overrides ? Language : kind ?? Language;
}
