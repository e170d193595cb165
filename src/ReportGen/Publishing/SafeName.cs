using System.Security.Cryptography;

namespace ReportGen.Publishing;

/// <summary>Makes file names from text of a workbook that are valid on every file system.</summary>
public static class SafeName
{
    /// <summary>The maximum length of a name without its extension, in bytes of UTF-8. Most file systems allow 255.</summary>
    public const int MaxBytes = 180;

    private static readonly HashSet<string> s_reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. "123456789¹²³".SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Returns a file name for <paramref name="text"/>. Characters with a meaning in file systems or links become full-width
    /// (<c>/</c> is <c>／</c>), other invalid ones <c>_</c>. If two texts could get the same name, the name ends with eight
    /// hexadecimal digits of the text's SHA-256. Never empty, even for an empty text.
    /// </summary>
    public static string For(string text)
    {
        var trimmed = Widened(Whole(text).Normalize(NormalizationForm.FormC).Trim());
        var name = string.Concat(trimmed.Select(c => IsSafe(c) ? c : '_')).Replace("..", "__").TrimEnd('.', ' ');
        if (name.StartsWith('.')) name = '_' + name[1..];
        var cut = Shorten(name, MaxBytes);
        return cut == trimmed && cut.Length > 0 && !s_reserved.Contains(Stem(cut)) ? cut : WithDigest(cut, trimmed);
    }

    private static string WithDigest(string name, string text)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        return $"{Shorten(name, MaxBytes - 9)}-{digest}";
    }

    // A lone surrogate, or a code point that is no character, cannot be normalized.
    private static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => IsNoCharacter(r) ? Rune.ReplacementChar : r));

    private static bool IsNoCharacter(Rune r) => (r.Value & 0xFFFE) == 0xFFFE || r.Value is >= 0xFDD0 and <= 0xFDEF;

    private static string Widened(string text) =>
        string.Concat(text.Select(c => "\\/:*?\"<>|#%&{}$!'`@+=~^".Contains(c) ? (char)(c + 0xFEE0) : c));

    private static bool IsSafe(char c) =>
        !char.IsControl(c) && c != '\uFFFD'
            && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);

    private static string Stem(string name) => name.Split('.')[0].TrimEnd();

    private static string Shorten(string name, int bytes)
    {
        var kept = new StringBuilder();
        var used = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            used += rune.Utf8SequenceLength;
            if (used > bytes) break;
            kept.Append(rune);
        }

        return kept.ToString().TrimEnd('.', ' ');
    }
}
