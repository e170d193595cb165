using ReportGen.Printing.Fonts;

namespace ReportGen.Tests.Printing.Fonts;

public sealed class FontCoverageTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [TestCase("甲乙ab", "")]
    [TestCase("甲丙乙丙", "U+4E19@1", Description = "each once, at its first place")]
    [TestCase("甲𠮷乙𪚥", "U+2A6A5@4", Description = "beyond the basic plane")]
    [TestCase("\uE001甲", "U+E001@0")]
    [TestCase("甲\t\n \u3000\u00A0\u2003\u200B\u200D\uFEFF\u00AD\u2028乙", "", Description = "spaces and controls")]
    [TestCase("甲\uFE0F乙\U000E0100", "", Description = "variation selectors")]
    [TestCase("e\u0301", "", Description = "the composed form is in the font")]
    [TestCase("ü", "", Description = "its parts are in one font")]
    [TestCase("甲\u0308", "U+0308@1", Description = "no font has character and mark together")]
    [TestCase("b\u0308", "")]
    [TestCase("\u0605", "U+0605@0", Description = "a format character that is drawn")]
    [TestCase("甲\uD842", "U+FFFD@1", TestName = "half of a pair is shown as a replacement")]
    [TestCase("", "")]
    public void A_character_is_missing_if_no_font_draws_it_with_its_marks(string text, string expected)
    {
        Put("chinese.ttf", "甲乙𠮷");
        Put("latin.TTF", "abeéu\u0308");
        Assert.That(Missing(text), Is.EqualTo(expected));
    }

    [Test]
    public void Fonts_in_subfolders_and_collections_count_as_in_the_browser()
    {
        Put("a.otf", "甲");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "more"));
        File.WriteAllBytes(_folder.Combine("more", "b.ttc"), SampleFont.Collection(SampleFont.Of("乙"), SampleFont.Of("丙")));
        Put("c.txt", "丁");
        Assert.That(Missing("甲乙丙丁"), Is.EqualTo("U+4E01@3"));
    }

    [Test]
    public void Without_a_readable_font_nothing_is_known()
    {
        Assert.That(FontCoverage.Of(null), Is.Null);
        Assert.That(FontCoverage.Of(_folder.Path), Is.Null);
        File.WriteAllText(Path.Combine(_folder.Path, "a.ttf"), "not a font");
        Assert.That(FontCoverage.Of(_folder.Path), Is.Null);
        Assert.That(FontCoverage.Of(Path.Combine(_folder.Path, "nowhere")), Is.Null);
    }

    [TestCase("藏文", "བོད་ཡིག ཀྲུང་ཧྭ་མི་དམངས་སྤྱི་མཐུན་རྒྱལ་ཁབ།")]
    [TestCase("维吾尔文", "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى، جۇڭخۇا خەلق جۇمھۇرىيىتى")]
    [TestCase("哈萨克文", "ىلە قازاق اۆتونوميالى وبلىسى ٴبىر")]
    [TestCase("蒙古文", "ᠥᠪᠥᠷ ᠮᠣᠩᠭᠣᠯ ᠤᠨ ᠥᠪᠡᠷᠲᠡᠭᠡᠨ ᠵᠠᠰᠠᠬᠤ ᠣᠷᠣᠨ")]
    [TestCase("满文", "ᠮᠠᠨᠵᡠ ᡤᡳᠰᡠᠨ")]
    [TestCase("彝文", "ꆈꌠꁱꂷ ꍏꉸꏓꂱꇭꉼꇩ")]
    [TestCase("朝鲜文", "연변조선족자치주 \u1112\u1161\u11AB\u1100\u1173\u11AF")]
    [TestCase("壮文", "Gvangjsih Bouxcuengh Swcigih")]
    [TestCase("规范汉字和符号", "埇峃堃喆䶮镕㛃 “”‘’—…·《》〔2021〕①㎡℃‰×÷±≥≤→√★●■□")]
    public void The_bundled_fonts_have_the_scripts_of_public_bodies(string script, string text)
    {
        Printers.RequireFonts();
        Assert.That(FontCoverage.Of(Printers.Fonts)!.MissingIn(text), Is.Empty, script);
    }

    [TestCase("😀", "U+1F600")]
    [TestCase("ไทย", "U+0E44 U+0E17 U+0E22")]
    [TestCase("\uE001", "U+E001")]
    [TestCase("𪚥", "U+2A6A5")]
    public void The_bundled_fonts_lack_what_they_lack(string text, string expected)
    {
        Printers.RequireFonts();
        var missing = FontCoverage.Of(Printers.Fonts)!.MissingIn(text);
        Assert.That(string.Join(' ', missing.Select(m => $"U+{m.Character.Value:X4}")), Is.EqualTo(expected));
    }

    private void Put(string file, string characters) =>
        File.WriteAllBytes(_folder.Combine(file), SampleFont.Of(characters));

    private string Missing(string text) =>
        string.Join(' ', FontCoverage.Of(_folder.Path)!.MissingIn(text).Select(m => $"U+{m.Character.Value:X4}@{m.At}"));
}
