using Spectre.Console.Rendering;

namespace ReportGen.Cli.Terminal;

/// <summary>Measures text in terminal columns and removes characters that could control the terminal.</summary>
internal static class DisplayText
{
    /// <summary>Returns the width in columns: a Chinese character takes two, a combining mark none.</summary>
    public static int Width(string text) =>
        IsPlain(text) ? text.Length : new Segment(text.Replace('\uFFFF', '\uFFFD')).CellCount();

    /// <summary>Pads with spaces to <paramref name="width"/> columns.</summary>
    public static string PadTo(this string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>
    /// Replaces control characters, bidirectional marks and code points that are no characters, so that text from a workbook
    /// cannot move the cursor. Each is replaced by one character, so that positions stay valid.
    /// </summary>
    public static string Clean(string text) => !text.Any(IsUnsafe) ? text
        : string.Concat(text.Select(c => !IsUnsafe(c) ? c : char.IsWhiteSpace(c) ? ' ' : '\uFFFD'));

    private static bool IsPlain(string text) => text.All(c => c is >= ' ' and <= '~');

    private static bool IsUnsafe(char c) =>
        (UnsafeCharacters.Contains(c) && !char.IsSurrogate(c)) || char.IsControl(c) || c is '\u2028' or '\u2029'
        || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not '\u200D');
}
