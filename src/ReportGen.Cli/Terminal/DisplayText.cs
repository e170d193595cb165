using Spectre.Console.Rendering;

namespace ReportGen.Cli.Terminal;

/// <summary>Text on a terminal: its width in columns, and what must not reach the terminal.</summary>
internal static class DisplayText
{
    /// <summary>The number of columns: a Chinese character takes two, a combining mark none.</summary>
    public static int Width(string text) => IsPlain(text) ? text.Length : new Segment(text).CellCount();

    /// <summary>Adds spaces up to <paramref name="width"/> columns.</summary>
    public static string PadTo(this string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>
    /// The text without control characters and without marks that turn the direction of writing:
    /// what stands in a workbook must not move the cursor. Each takes one column, so that positions stay.
    /// </summary>
    public static string Clean(string text) => !text.Any(IsUnsafe) ? text
        : string.Concat(text.Select(c => !IsUnsafe(c) ? c : char.IsWhiteSpace(c) ? ' ' : '\uFFFD'));

    private static bool IsPlain(string text) => text.All(c => c is >= ' ' and <= '~');

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029'
        || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not '\u200D');
}
