using ReportGen.Diagnostics;
using ReportGen.Printing.Fonts;
using ReportGen.Rules;
using ReportGen.Tests.Bindings;
using ReportGen.Tests.Cli;
using ReportGen.Tests.Printing.Fonts;

namespace ReportGen.Tests;

public sealed class UnprintableCharactersTests
{
    private TemporaryFolder _fonts = null!;

    [SetUp]
    public void SetUp()
    {
        _fonts = new TemporaryFolder();
        File.WriteAllBytes(_fonts.Combine("a.ttf"), SampleFont.Groups((0x21, 0x7E, 1), (0x3001, 0x301F, 1), (0x4E00, 0x9FFF, 1)));
    }

    [TearDown]
    public void TearDown() => _fonts.Dispose();

    [Test]
    public void Each_cell_with_characters_that_no_font_has_is_one_error_that_names_them_by_script()
    {
        var report = SampleReport.Of("好。", "藏文：བོད་བ😀", "都有", "\uE001");
        var found = UnprintableCharacters.In(report, FontCoverage.Of(_fonts.Path)!).ToList();

        Assert.That(found.Select(d => $"{d.Severity} {d.Id} {d.Location} {d.Message.Chinese}"), Is.EqualTo(new[]
        {
            "Error workbook.no-glyph loans.xlsx › 一、概况!B3 字体里没有这些字符，印出来会是空白："
            + "U+FF1A ：（全角或半角字符）；U+0F56 བ、U+0F7C、U+0F51 ད、U+0F0B ་（藏文）；U+1F600 😀（表情符号）。",
            "Error workbook.no-glyph loans.xlsx › 一、概况!B5 字体里没有这些字符，印出来会是空白：U+E001（自造字或符号字体的专用字符）。",
        }));
        Assert.That(found[0].Message.English,
            Does.EndWith("U+0F56 བ, U+0F7C, U+0F51 ད, U+0F0B ་ (Tibetan); U+1F600 😀 (emoji)."));
        Assert.That(found[0].Quotation, Is.EqualTo(new Quotation("藏文：བོད་བ😀", new TextSpan(2, 1))));
        Assert.That(found[0].Remedy!.Chinese, Does.Contain("fonts"));
        Assert.That(found[1].Remedy!.Chinese, Does.StartWith("自造字"));
    }

    [Test]
    public void Of_many_characters_the_first_eight_are_listed()
    {
        var report = SampleReport.Of("กขฃคฅฆงจฉช");
        Assert.That(UnprintableCharacters.In(report, FontCoverage.Of(_fonts.Path)!).Single().Message.Chinese,
            Does.EndWith("：U+0E01 ก、U+0E02 ข、U+0E03 ฃ、U+0E04 ค、U+0E05 ฅ、U+0E06 ฆ、U+0E07 ง、U+0E08 จ等（泰文）。"));
    }

    [TestCase("甲&#x1F600;乙")]
    [TestCase("甲&#128512;乙")]
    public void A_character_named_by_its_number_is_found(string text) =>
        Assert.That(UnprintableCharacters.In(SampleReport.Of(text), FontCoverage.Of(_fonts.Path)!).Single().Message.English,
            Does.Contain("U+1F600 😀"));

    [Test]
    public void The_cover_counts_and_a_check_stops_the_report_before_it_is_printed()
    {
        using var kind = new ToyKind();
        var workbook = kind.Workbook("a.xlsx", "甲ཀ", prose: ["乙"]);
        var pipeline = ReportPipeline.Load(kind.Templates, null!, _fonts.Path).Value!;

        var found = pipeline.FindingsOf(pipeline.Read(workbook), new CheckOptions());

        Assert.That(found.Select(d => $"{d.Severity} {d.Id} {d.Location}"),
            Is.EqualTo(new[] { "Error workbook.no-glyph a.xlsx › Front!B2" }));
    }

    [Test]
    public void Where_the_fonts_are_unknown_nothing_is_said()
    {
        using var kind = new ToyKind();
        var pipeline = ReportPipeline.Load(kind.Templates, null!, fontFolder: null).Value!;
        Assert.That(pipeline.FindingsOf(pipeline.Read(kind.Workbook("a.xlsx", "甲ཀ")), new CheckOptions()), Is.Empty);
    }

    [Test]
    public void A_new_font_counts_when_the_templates_are_loaded_again()
    {
        using var kind = new ToyKind();
        var workbook = kind.Workbook("a.xlsx", "甲ཀ", prose: ["乙"]);
        var pipeline = ReportPipeline.Load(kind.Templates, null!, _fonts.Path).Value!;
        Assert.That(pipeline.FindingsOf(pipeline.Read(workbook), new CheckOptions()), Has.Length.EqualTo(1));

        File.WriteAllBytes(_fonts.Combine("b.ttf"), SampleFont.Of("ཀ"));
        var reloaded = pipeline.WithReloadedTemplates();

        Assert.That(reloaded.FindingsOf(reloaded.Read(workbook), new CheckOptions()), Is.Empty);
    }
}
