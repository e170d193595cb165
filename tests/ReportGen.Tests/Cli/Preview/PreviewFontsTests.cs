using ReportGen.Cli.Preview;

namespace ReportGen.Tests.Cli.Preview;

public sealed class PreviewFontsTests
{
    [Test]
    public void A_font_of_a_script_supplements_the_families_of_the_style_sheets_in_the_weights_that_they_have()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "serif", "bold", "sans", "tibetan" }) File.WriteAllText(folder.Combine(name + ".ttf"), "");
        File.WriteAllText(folder.Combine("fonts.json"), """
            {"faces":[
              {"file":"serif.ttf","family":"Serif","weight":400,"source":"x"},
              {"file":"bold.ttf","family":"Serif","weight":700,"source":"x"},
              {"file":"sans.ttf","family":"Sans","weight":400,"source":"x"},
              {"file":"tibetan.ttf","family":"Tibetan","weight":400,
               "ranges":["0F00-0FFF","202F"],"supplements":["Serif","Sans","Other"]}]}
            """);

        var faces = PreviewFonts.Load(folder.Path).Css.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(faces.Select(f => System.Text.RegularExpressions.Regex.Replace(f, @"\?[^""]*", "")), Is.EqualTo(new[]
        {
            Own("Serif", 400, "serif"), Own("Serif", 700, "bold"), Own("Sans", 400, "sans"),
            Script("Serif", 400), Script("Serif", 700), Script("Sans", 400), Script("Other", 400),
        }));

        static string Own(string family, int weight, string file) =>
            $$"""@font-face{font-family:"{{family}}";font-weight:{{weight}};font-display:block;src:url("/fonts/{{file}}.ttf")}""";

        static string Script(string family, int weight) =>
            $$"""@font-face{font-family:"{{family}}";font-weight:{{weight}};font-display:block;"""
            + """unicode-range:U+0F00-0FFF,U+202F;src:url("/fonts/tibetan.ttf")}""";
    }

    [TestCase("{\"faces\":[{\"file\":\"a.ttf\",\"family\":\"A\",\"weight\":400,\"ranges\":1,\"supplements\":[\"B\"]}]}")]
    [TestCase("{\"faces\":[{\"file\":\"a.ttf\",\"family\":\"A\",\"weight\":400,\"ranges\":[1],\"supplements\":[\"B\"]}]}")]
    public void A_list_that_is_damaged_gives_no_fonts(string json)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("a.ttf"), "");
        File.WriteAllText(folder.Combine("fonts.json"), json);
        Assert.That(PreviewFonts.Load(folder.Path).Css, Is.Empty);
    }
}
