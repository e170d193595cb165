using System.Net;
using ReportGen.Model;
using ReportGen.Printing.Fonts;

namespace ReportGen;

/// <summary>Finds what an author wrote and no font can draw: it would be printed as nothing.</summary>
internal static class UnprintableCharacters
{
    private const int MaxListed = 8;

    /// <summary>One error for each cell whose text has such characters, in the order of the report.</summary>
    public static IEnumerable<Diagnostic> In(Report report, FontCoverage fonts) =>
        from part in report.Fields.Select(f => (f.Text, f.Location))
            .Concat(report.Sections.SelectMany(s => s.Blocks).Select(b => (b.Text, b.Location)))
        let text = Decoded(part.Text)
        let missing = fonts.MissingIn(text)
        where !missing.IsEmpty
        select NoGlyph(At(part.Location, part.Text == text ? missing[0] : null), text, missing);

    // Prose may name a character by its number, as &#xF56;
    private static string Decoded(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? UnsafeCharacters.Remove(WebUtility.HtmlDecode(text)) : text;

    private static CellLocation? At(CellLocation? cell, MissingCharacter? first) =>
        cell is null || first is not { } missing ? cell : cell with { Span = SpanOf(missing) };

    private static TextSpan SpanOf(MissingCharacter missing) => new(missing.At, missing.Character.Utf16SequenceLength);

    private static Diagnostic NoGlyph(CellLocation? at, string text, ImmutableArray<MissingCharacter> missing)
    {
        var scripts = missing.GroupBy(m => ScriptNames.Of(m.Character)).ToArray();
        var (chinese, english) = (List(Language.Chinese, "、", "；", "等"), List(Language.English, ", ", "; ", " …"));
        return Diagnostic.Error("workbook.no-glyph", at,
            $"字体里没有这些字符，印出来会是空白：{chinese}。", $"No font has these characters, which would be printed as nothing: {english}.",
            missing.All(m => ScriptNames.IsPrivate(m.Character))
                ? new("自造字和符号字体的字符，换一台电脑就显示不出来：请改用标准字符，或用文字说明。",
                    "Other computers lack user-defined characters and those of symbol fonts: use standard characters, or words.")
                : new("请改用能印出来的写法，如通用汉字、译名或文字说明；必须用这些字符的，请管理员把有这些字符的字体文件（.ttf）放进程序的 fonts 文件夹。",
                    "Use characters that can be printed, such as a common character or a translation. If it must be these, have "
                        + "a font file (.ttf) that has them put into the program's folder fonts.")) with
        { Quotation = new Quotation(text, SpanOf(missing[0])) };

        string List(Language language, string comma, string semicolon, string more) => string.Join(semicolon, scripts.Select(s =>
            $"{string.Join(comma, s.Take(MaxListed).Select(m => Name(m.Character)))}{(s.Count() > MaxListed ? more : "")}"
            + (language == Language.Chinese ? $"（{s.Key.Chinese}）" : $" ({s.Key.English})")));
    }

    // A mark, or a character whose form nobody knows, is named by its number only.
    private static string Name(Rune character)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"U+{character.Value:X4}");
        var isKnown = Rune.IsLetterOrDigit(character) || Rune.IsPunctuation(character) || Rune.IsSymbol(character);
        return isKnown ? $"{code} {character}" : code;
    }
}
