using System.Text;
using ReportGen.Printing.Fonts;

namespace ReportGen.Tests.Printing.Fonts;

public sealed class ScriptNamesTests
{
    [TestCase(0x0F56, "藏文", "Tibetan")]
    [TestCase(0x06D5, "维吾尔文、哈萨克文等所用的阿拉伯字母", "Arabic, as Uyghur and Kazakh use it")]
    [TestCase(0x1820, "蒙古文、满文、锡伯文", "Mongolian, Manchu, Sibe")]
    [TestCase(0xA188, "彝文", "Yi")]
    [TestCase(0xAC00, "朝鲜文", "Korean")]
    [TestCase(0x1F600, "表情符号", "emoji")]
    [TestCase(0x2A6A5, "生僻汉字", "rare Chinese character")]
    [TestCase(0x10900, "其他文字或符号", "another script or a symbol")]
    public void A_script_is_named_in_words(int character, string chinese, string english)
    {
        var name = ScriptNames.Of(new Rune(character));
        Assert.That((name.Chinese, name.English), Is.EqualTo((chinese, english)));
    }

    [TestCase(0xE000, true)]
    [TestCase(0xF8FF, true)]
    [TestCase(0xF0000, true)]
    [TestCase(0x10FFFF, true)]
    [TestCase(0xF900, false)]
    [TestCase(0x3FFFF, false)]
    public void Characters_of_ones_own_making_are_known_by_their_place(int character, bool isPrivate) =>
        Assert.That(ScriptNames.IsPrivate(new Rune(character)), Is.EqualTo(isPrivate));
}
