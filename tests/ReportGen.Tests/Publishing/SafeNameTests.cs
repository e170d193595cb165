using System.Text;
using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

public sealed class SafeNameTests
{
    private static readonly string s_long = string.Concat(Enumerable.Repeat("𠮷", 500));

    [TestCase("宿迁市人民政府")]
    [TestCase("白碱滩区（克拉玛依高新区）政府办公室")]
    [TestCase("with space")]
    public void A_valid_name_is_kept(string text) => Assert.That(SafeName.For(text), Is.EqualTo(text));

    [TestCase("人社局/医保局", "人社局／医保局")]
    [TestCase("第1#中学", "第1＃中学")]
    [TestCase("A&B: 100%?", "A＆B： 100％？")]
    public void A_character_with_a_meaning_in_links_or_file_systems_becomes_full_width(string text, string name) =>
        Assert.That(SafeName.For(text), Is.EqualTo(name));

    [TestCase("..")]
    [TestCase("../../etc/passwd")]
    [TestCase("LPT¹")]
    [TestCase("half \ud842")]
    [TestCase("CON")]
    [TestCase("nul.txt")]
    [TestCase(".hidden")]
    [TestCase("tail.")]
    [TestCase("a\u202Eb")]
    [TestCase("")]
    [TestCase("a\nb")]
    public void A_name_that_may_be_invalid_is_changed_and_gets_a_digest(string text)
    {
        var name = SafeName.For(text);
        Assert.That(name, Does.Match("-[0-9a-f]{8}$"));
        Assert.That(name, Does.Not.Contain("/").And.Not.Contain("..").And.Not.Contain("#").And.Not.Contain("\n"));
        Assert.That(name, Does.Not.StartWith("."));
    }

    [Test]
    public void Texts_that_differ_only_in_unsafe_characters_stay_distinct() =>
        Assert.That(SafeName.For("a/b"), Is.Not.EqualTo(SafeName.For("a#b")));

    [Test]
    public void A_very_long_name_is_cut_between_characters_and_stays_distinct()
    {
        var first = SafeName.For(s_long + "1");
        var second = SafeName.For(s_long + "2");
        Assert.That(Encoding.UTF8.GetByteCount(first), Is.LessThanOrEqualTo(SafeName.MaxBytes));
        Assert.That(first, Is.Not.EqualTo(second));
        Assert.That(first.EnumerateRunes(), Has.None.EqualTo(Rune.ReplacementChar));
    }
}
