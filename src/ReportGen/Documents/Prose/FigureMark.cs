namespace ReportGen.Documents.Prose;

/// <summary>
/// A placeholder for a bound figure while Markdown is parsed. It consists of Unicode noncharacters. Those in an author's text
/// are replaced first, so that a mark cannot be forged.
/// </summary>
internal static class FigureMark
{
    /// <summary>The first character of a mark.</summary>
    public const char Open = '\uFDD0';

    private const char Close = '\uFDD1';
    private const char Zero = '\uFDE0';

    /// <summary>Appends the mark of the figure at <paramref name="index"/>.</summary>
    public static void Append(StringBuilder text, int index)
    {
        text.Append(Open);
        foreach (var digit in index.ToString(System.Globalization.CultureInfo.InvariantCulture))
            text.Append((char)(Zero + digit - '0'));
        text.Append(Close);
    }

    /// <summary>Appends an author's text without noncharacters.</summary>
    public static void AppendClean(StringBuilder text, ReadOnlySpan<char> authored)
    {
        foreach (var c in authored) text.Append(c is >= '\uFDD0' and <= '\uFDEF' ? '\uFFFD' : c);
    }

    /// <summary>Reads a mark at the start of <paramref name="text"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out int index, out int length)
    {
        (index, length) = (0, 1);
        if (text.IsEmpty || text[0] != Open) return false;
        for (; length < text.Length && text[length] is >= Zero and <= '\uFDE9'; length++)
            index = (index * 10) + (text[length] - Zero);
        return length < text.Length && text[length++] == Close;
    }

    /// <summary>The text with every mark replaced by its figure.</summary>
    public static string Restore(string text, Func<int, string> figure)
    {
        if (!text.Contains(Open)) return text;
        var restored = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var isMark = TryRead(text.AsSpan(at), out var index, out var length);
            restored.Append(isMark ? figure(index) : text[at].ToString());
            at += isMark ? length : 1;
        }

        return restored.ToString();
    }
}
