namespace ReportGen.Printing.Fonts;

/// <summary>The script of a character in words that people use, from its block in Unicode.</summary>
public static class ScriptNames
{
    private static readonly LocalizedText s_other = new("其他文字或符号", "another script or a symbol");
    private static readonly LocalizedText s_private = new("自造字或符号字体的专用字符", "private use, known to one font only");

    private static readonly (int First, int Last, LocalizedText Name)[] s_blocks =
    [
        (0x0000, 0x02AF, new("拉丁字母", "Latin")),
        (0x02B0, 0x036F, new("附加符号", "accent or modifier")),
        (0x0370, 0x03FF, new("希腊字母", "Greek")),
        (0x0400, 0x052F, new("西里尔字母", "Cyrillic")),
        (0x0530, 0x058F, new("亚美尼亚文", "Armenian")),
        (0x0590, 0x05FF, new("希伯来文", "Hebrew")),
        (0x0600, 0x06FF, new("维吾尔文、哈萨克文等所用的阿拉伯字母", "Arabic, as Uyghur and Kazakh use it")),
        (0x0700, 0x074F, new("叙利亚文", "Syriac")),
        (0x0750, 0x077F, new("维吾尔文、哈萨克文等所用的阿拉伯字母", "Arabic, as Uyghur and Kazakh use it")),
        (0x08A0, 0x08FF, new("阿拉伯字母", "Arabic")),
        (0x0900, 0x0DFF, new("印度文字", "a script of India")),
        (0x0E00, 0x0E7F, new("泰文", "Thai")),
        (0x0E80, 0x0EFF, new("老挝文", "Lao")),
        (0x0F00, 0x0FFF, new("藏文", "Tibetan")),
        (0x1000, 0x109F, new("缅甸文", "Myanmar")),
        (0x10A0, 0x10FF, new("格鲁吉亚文", "Georgian")),
        (0x1100, 0x11FF, new("朝鲜文", "Korean")),
        (0x1200, 0x139F, new("埃塞俄比亚文", "Ethiopic")),
        (0x1780, 0x17FF, new("高棉文", "Khmer")),
        (0x1800, 0x18AF, new("蒙古文、满文、锡伯文", "Mongolian, Manchu, Sibe")),
        (0x1950, 0x197F, new("德宏傣文", "Tai Le")),
        (0x1980, 0x19DF, new("西双版纳新傣文", "New Tai Lue")),
        (0x19E0, 0x19FF, new("高棉文", "Khmer")),
        (0x1A20, 0x1AAF, new("西双版纳老傣文", "Tai Tham")),
        (0x1AB0, 0x1AFF, new("附加符号", "accent or modifier")),
        (0x1C80, 0x1C8F, new("西里尔字母", "Cyrillic")),
        (0x1D00, 0x1DBF, new("音标", "phonetic letter")),
        (0x1DC0, 0x1DFF, new("附加符号", "accent or modifier")),
        (0x1E00, 0x1EFF, new("拉丁字母", "Latin")),
        (0x1F00, 0x1FFF, new("希腊字母", "Greek")),
        (0x2000, 0x206F, new("标点", "punctuation")),
        (0x2070, 0x209F, new("上标或下标", "superscript or subscript")),
        (0x20A0, 0x20CF, new("货币符号", "currency sign")),
        (0x20D0, 0x20FF, new("附加符号", "accent or modifier")),
        (0x2100, 0x2BFF, new("符号", "symbol")),
        (0x2C60, 0x2C7F, new("拉丁字母", "Latin")),
        (0x2E00, 0x2E7F, new("标点", "punctuation")),
        (0x2E80, 0x2FDF, new("汉字部首", "radical of a Chinese character")),
        (0x2FF0, 0x303F, new("标点或符号", "punctuation or a symbol")),
        (0x3040, 0x30FF, new("日文假名", "Japanese kana")),
        (0x3100, 0x312F, new("注音符号", "Bopomofo")),
        (0x3130, 0x318F, new("朝鲜文", "Korean")),
        (0x31C0, 0x31EF, new("汉字笔画", "stroke of a Chinese character")),
        (0x31F0, 0x31FF, new("日文假名", "Japanese kana")),
        (0x3200, 0x33FF, new("带圈字符或单位符号", "enclosed character or unit")),
        (0x3400, 0x4DBF, new("生僻汉字", "rare Chinese character")),
        (0x4DC0, 0x4DFF, new("易经卦象", "hexagram")),
        (0x4E00, 0x9FFF, new("生僻汉字", "rare Chinese character")),
        (0xA000, 0xA4CF, new("彝文", "Yi")),
        (0xA4D0, 0xA4FF, new("傈僳文", "Lisu")),
        (0xA640, 0xA69F, new("西里尔字母", "Cyrillic")),
        (0xA720, 0xA7FF, new("拉丁字母", "Latin")),
        (0xA960, 0xA97F, new("朝鲜文", "Korean")),
        (0xAB30, 0xAB6F, new("拉丁字母", "Latin")),
        (0xAC00, 0xD7FF, new("朝鲜文", "Korean")),
        (0xE000, 0xF8FF, s_private),
        (0xF900, 0xFAFF, new("生僻汉字", "rare Chinese character")),
        (0xFB50, 0xFDFF, new("阿拉伯字母", "Arabic")),
        (0xFE10, 0xFE6F, new("标点", "punctuation")),
        (0xFE70, 0xFEFE, new("阿拉伯字母", "Arabic")),
        (0xFF00, 0xFFEF, new("全角或半角字符", "full-width or half-width form")),
        (0xFFF0, 0xFFFF, new("损坏的字符", "a damaged character")),
        (0x11660, 0x1167F, new("蒙古文、满文、锡伯文", "Mongolian, Manchu, Sibe")),
        (0x16F00, 0x16F9F, new("苗文", "Miao")),
        (0x16FE0, 0x18D8F, new("西夏文、契丹文", "Tangut or Khitan")),
        (0x1AFF0, 0x1B16F, new("日文假名", "Japanese kana")),
        (0x1B170, 0x1B2FF, new("女书", "Nüshu")),
        (0x1D400, 0x1D7FF, new("数学字母", "mathematical letter")),
        (0x1F000, 0x1F0FF, new("牌面符号", "playing card or tile")),
        (0x1F100, 0x1F2FF, new("带圈字符", "enclosed character")),
        (0x1F300, 0x1FAFF, new("表情符号", "emoji")),
        (0x20000, 0x3FFFF, new("生僻汉字", "rare Chinese character")),
        (0xF0000, 0x10FFFF, s_private),
    ];

    /// <summary>The script's name, such as 藏文; a general word if its block has no name here.</summary>
    public static LocalizedText Of(Rune character)
    {
        foreach (var (first, last, name) in s_blocks)
        {
            if (character.Value >= first && character.Value <= last) return name;
        }

        return s_other;
    }

    /// <summary>Whether a character has no meaning of its own: end-user characters (造字) and those of symbol fonts.</summary>
    public static bool IsPrivate(Rune character) => Of(character) == s_private;
}
