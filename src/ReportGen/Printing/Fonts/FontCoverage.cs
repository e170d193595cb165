namespace ReportGen.Printing.Fonts;

/// <summary>A character that no font can draw.</summary>
/// <param name="Character">The character.</param>
/// <param name="At">Its position in the text, in UTF-16 units.</param>
public readonly record struct MissingCharacter(Rune Character, int At);

/// <summary>
/// What the fonts of reports can draw. The browser draws a character and its combining marks with one font: the first of the
/// style sheet's that has them all, otherwise any other. Thread-safe.
/// </summary>
public sealed class FontCoverage
{
    private readonly ImmutableArray<CharacterMap> _fonts;
    private readonly CharacterMap _any;

    private FontCoverage(ImmutableArray<CharacterMap> fonts) => (_fonts, _any) = (fonts, CharacterMap.Union(fonts));

    /// <summary>Reads which characters the fonts in a folder and its subfolders have.</summary>
    /// <param name="folder">The folder; may be null.</param>
    /// <returns>The coverage; null if there is no readable font, so that it is unknown what can be drawn.</returns>
    public static FontCoverage? Of(string? folder)
    {
        if (folder is null) return null;
        var fonts = FontFiles.In(folder).Select(Read).OfType<CharacterMap>().Where(f => !f.IsEmpty).ToImmutableArray();
        return fonts.IsEmpty ? null : new FontCoverage(fonts);
    }

    /// <summary>The characters of a text that would be printed as nothing, each once, in the order of the text.</summary>
    public ImmutableArray<MissingCharacter> MissingIn(string text)
    {
        List<MissingCharacter>? missing = null;
        for (var at = 0; at < text.Length;)
        {
            // Most text is Chinese: one character, no marks, and a font has it.
            if (StandsAlone(text[at]) && (at + 1 == text.Length || StandsAlone(text[at + 1])) && IsDrawn(new Rune(text[at])))
            {
                at++;
                continue;
            }
            var length = StringInfo.GetNextTextElementLength(text, at);
            if (!IsDrawn(text.AsSpan(at, length))) AddMissing(text.Substring(at, length), at, ref missing);
            at += length;
        }
        return missing is null ? [] : [.. missing];
    }

    private static CharacterMap? Read(string file)
    {
        try
        {
            return CharacterMap.Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The browser cannot read it either.
            return null;
        }
    }

    // A character of a common block that never joins with one before or after it.
    private static bool StandsAlone(char c) =>
        c is < '\u0300' or (>= '\u2010' and <= '\u2027') or (>= '\u3000' and <= '\u3029')
            or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF9D');

    private bool IsDrawn(Rune character) => _any.Contains(character) || IsInvisible(character);

    private void AddMissing(string cluster, int at, ref List<MissingCharacter>? missing)
    {
        // Half of a surrogate pair becomes U+FFFD, as in the browser.
        var runes = cluster.EnumerateRunes().ToArray();
        var text = string.Concat(runes.Select(r => r.ToString()));
        if (!UnsafeCharacters.AreIn(text)
            && (IsDrawn(text.Normalize()) || IsDrawn(text.Normalize(NormalizationForm.FormD))))
        {
            return;
        }

        var best = _fonts.MaxBy(f => runes.Count(f.Contains))!;
        foreach (var rune in runes)
        {
            if (!IsInvisible(rune) && !best.Contains(rune) && missing?.Exists(m => m.Character == rune) != true)
                (missing ??= []).Add(new MissingCharacter(rune, at));
            at += rune.Utf16SequenceLength;
        }
    }

    private bool IsDrawn(ReadOnlySpan<char> cluster)
    {
        foreach (var font in _fonts)
        {
            if (HasAll(font, cluster)) return true;
        }

        return false;
    }

    private static bool HasAll(CharacterMap font, ReadOnlySpan<char> cluster)
    {
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (!font.Contains(rune) && !IsInvisible(rune)) return false;
        }

        return true;
    }

    /// <summary>
    /// Whether nothing is drawn for a character, or only a space: the browser needs no font for it. These are white space,
    /// control characters, and what Unicode calls default ignorable.
    /// </summary>
    private static bool IsInvisible(Rune character) => Rune.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        // Signs of Arabic, Syriac, Kaithi and hieroglyphs, and the marks of interlinear annotation, are formats that show.
        UnicodeCategory.Format => character.Value is not ((>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891
            or 0x08E2 or (>= 0xFFF9 and <= 0xFFFB) or 0x110BD or 0x110CD or (>= 0x13430 and <= 0x1343F)),
        _ => character.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164 or 0xFFA0
            or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF),
    };
}
