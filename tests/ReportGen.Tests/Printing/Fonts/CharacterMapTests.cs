using System.Text;
using ReportGen.Printing.Fonts;

namespace ReportGen.Tests.Printing.Fonts;

public sealed class CharacterMapTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Groups_have_every_character_with_a_glyph_on_any_plane()
    {
        var map = Read(SampleFont.Groups((0x41, 0x43, 0), (0x20BB7, 0x20BB7, 9), (0x10FFFF, 0x10FFFF, 3)));
        Assert.That(Among(map, 0x40, 0x41, 0x42, 0x43, 0x44, 0xBB7, 0x20BB7, 0x20BB8, 0x10FFFF),
            Is.EqualTo(new[] { 0x42, 0x43, 0x20BB7, 0x10FFFF }));
    }

    [Test]
    public void Segments_have_every_character_with_a_glyph_by_difference_or_by_list()
    {
        var map = Read(SampleFont.Segments());
        Assert.That(Among(map, 0x40, 0x41, 0x42, 0x43, 0x44, 0x60, 0x61, 0x62, 0x63, 0x64, 0xFFFF),
            Is.EqualTo(new[] { 0x41, 0x43, 0x61, 0x63 }));
    }

    [TestCase(0, 3, true)]
    [TestCase(0, 5, false)]
    [TestCase(1, 0, false)]
    [TestCase(3, 0, false)]
    [TestCase(3, 1, true)]
    [TestCase(3, 10, true)]
    public void Only_a_table_of_Unicode_counts(int platform, int encoding, bool counts) =>
        Assert.That(Read(SampleFont.Segments(platform, encoding)).Contains(new Rune(0x41)), Is.EqualTo(counts));

    [Test]
    public void A_collection_has_what_any_of_its_fonts_has() =>
        Assert.That(Among(Read(SampleFont.Collection(SampleFont.Of("甲"), SampleFont.Of("乙"))), '甲', '乙', '丙'),
            Is.EqualTo(new int[] { '甲', '乙' }));

    [Test]
    public void A_union_has_what_any_of_its_maps_has() =>
        Assert.That(Among(CharacterMap.Union([Read(SampleFont.Of("甲")), Read(SampleFont.Of("乙𠮷"))]), '甲', '乙', '丙', 0x20BB7),
            Is.EqualTo(new[] { '甲', '乙', 0x20BB7 }));

    [Test]
    public void A_file_cut_off_anywhere_gives_no_characters_and_no_failure()
    {
        foreach (var font in new[] { SampleFont.Of("甲"), SampleFont.Segments(), SampleFont.Collection(SampleFont.Of("甲")) })
        {
            for (var length = 0; length < 28; length++) Assert.That(Read(font[..length]).IsEmpty, Is.True);
            for (var length = 28; length < font.Length; length++) Assert.That(() => Read(font[..length]), Throws.Nothing);
        }
    }

    [Test]
    public void A_file_with_any_byte_damaged_gives_no_failure()
    {
        foreach (var font in new[] { SampleFont.Of("甲"), SampleFont.Segments(), SampleFont.Collection(SampleFont.Of("甲")) })
        {
            for (var at = 0; at < font.Length; at++)
            {
                foreach (var value in new byte[] { 0x00, 0x7F, 0xFF })
                    Assert.That(() => Read([.. font[..at], value, .. font[(at + 1)..]]), Throws.Nothing);
            }
        }
    }

    private static IEnumerable<int> Among(CharacterMap map, params int[] characters) =>
        characters.Where(c => map.Contains(new Rune(c)));

    private CharacterMap Read(byte[] font)
    {
        var path = Path.Combine(_folder.Path, "a.ttf");
        File.WriteAllBytes(path, font);
        return CharacterMap.Read(path);
    }
}
