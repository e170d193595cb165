using System.Security.Cryptography;
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
    [TestCase("half \ud842", TestName = "half a surrogate pair")]
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
    public void Each_sign_that_a_link_or_file_system_does_not_bear_has_its_full_width_form(
        [Values('\\', '/', ':', '*', '?', '"', '<', '>', '|', '#', '%', '&', '{', '}', '$', '!', '\'', '`', '@', '+', '=', '~',
            '^')] char sign) =>
        Assert.That(SafeName.For($"a{sign}b"), Is.EqualTo($"a{(char)(sign - '!' + '！')}b"));

    [TestCase("..", "__")]
    [TestCase("a..b", "a__b")]
    [TestCase(".hidden", "_hidden")]
    [TestCase("tail.", "tail")]
    [TestCase("tail. .", "tail")]
    [TestCase("", "")]
    [TestCase("a\tb", "a_b")]
    [TestCase("a\u200Db", "a_b")]
    [TestCase("a\u2028b", "a_b")]
    [TestCase("a\u2029b", "a_b")]
    [TestCase("a\uE000b", "a_b")]
    [TestCase("a\uFFFDb", "a_b")]
    public void What_is_replaced_leaves_the_rest_and_adds_a_digest_of_the_text(string text, string kept) =>
        Assert.That(SafeName.For(text), Is.EqualTo($"{kept}-{DigestOf(text)}"));

    [Test]
    public void A_name_of_a_device_is_marked_in_any_case_and_with_any_extension(
        [Values("CON", "PRN", "AUX", "NUL", "COM1", "COM9", "COM²", "LPT1", "LPT5", "LPT³")] string name,
        [Values("", ".txt", " .txt")] string extension)
    {
        foreach (var text in new[] { name + extension, name.ToLowerInvariant() + extension })
            Assert.That(SafeName.For(text), Is.EqualTo($"{text}-{DigestOf(text)}"));
    }

    [TestCase("CONSOLE")]
    [TestCase("COM0")]
    [TestCase("COM10")]
    [TestCase("a.CON")]
    public void A_name_that_only_resembles_one_of_a_device_is_kept(string text) =>
        Assert.That(SafeName.For(text), Is.EqualTo(text));

    [TestCase("  a  ", "a")]
    [TestCase("e\u0301", "\u00E9")]
    public void Blanks_around_a_name_and_how_an_accent_is_written_make_no_difference(string text, string name) =>
        Assert.That(SafeName.For(text), Is.EqualTo(name));

    [Test]
    public void A_name_may_have_as_many_bytes_as_the_limit_and_not_one_more()
    {
        var longest = new string('a', SafeName.MaxBytes);
        Assert.That(SafeName.For(longest), Is.EqualTo(longest));
        Assert.That(SafeName.For(longest + "a"), Is.EqualTo($"{longest[..^9]}-{DigestOf(longest + "a")}"));
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

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
