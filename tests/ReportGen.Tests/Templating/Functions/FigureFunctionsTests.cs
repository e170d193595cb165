using ReportGen.Templating;
using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportGen.Tests.Templating.Functions;

public sealed class FigureFunctionsTests
{
    [TestCase("0", "零", "零")]
    [TestCase("1", "一", "壹")]
    [TestCase("10", "十", "壹拾")]
    [TestCase("15", "十五", "壹拾伍")]
    [TestCase("20", "二十", "贰拾")]
    [TestCase("101", "一百零一", "壹佰零壹")]
    [TestCase("110", "一百一十", "壹佰壹拾")]
    [TestCase("120", "一百二十", "壹佰贰拾")]
    [TestCase("1001", "一千零一", "壹仟零壹")]
    [TestCase("1010", "一千零一十", "壹仟零壹拾")]
    [TestCase("10500", "一万零五百", "壹万零伍佰")]
    [TestCase("105000", "十万五千", "壹拾万伍仟")]
    [TestCase("100010", "十万零一十", "壹拾万零壹拾")]
    [TestCase("12345678", "一千二百三十四万五千六百七十八", "壹仟贰佰叁拾肆万伍仟陆佰柒拾捌")]
    [TestCase("100000001", "一亿零一", "壹亿零壹")]
    [TestCase("200005000", "二亿零五千", "贰亿零伍仟")]
    [TestCase("1000100000000", "一万零一亿", "壹万零壹亿")]
    [TestCase("9999999999999999", "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九",
        "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖")]
    [TestCase("-7", "负七", "负柒")]
    [TestCase("3.14", "三点一四", "叁点壹肆")]
    public void Numbers_are_written_in_Chinese_numerals(string number, string everyday, string financial)
    {
        Assert.That(FunctionCalls.Text("figure.chinese", number), Is.EqualTo(everyday));
        Assert.That(FunctionCalls.Text("figure.financial", number), Is.EqualTo(financial));
    }

    [TestCase("0", "零元整")]
    [TestCase("1234.5", "壹仟贰佰叁拾肆元伍角整")]
    [TestCase("1234.56", "壹仟贰佰叁拾肆元伍角陆分")]
    [TestCase("1234.05", "壹仟贰佰叁拾肆元零伍分")]
    [TestCase("0.5", "伍角整")]
    [TestCase("0.07", "柒分")]
    [TestCase("-0.001", "零元整")]
    [TestCase("100", "壹佰元整")]
    public void Amounts_are_written_as_on_cheques(string yuan, string expected) =>
        Assert.That(FunctionCalls.Text("figure.money", yuan), Is.EqualTo(expected));

    [TestCase("一百二十", "120")]
    [TestCase("十五", "15")]
    [TestCase("一百十五", "115")]
    [TestCase("一百零五", "105")]
    [TestCase("壹仟贰佰叁拾肆", "1234")]
    [TestCase("二亿零五千", "200005000")]
    [TestCase("一万零一亿", "1000100000000")]
    [TestCase("二〇二四", "2024")]
    [TestCase("负七", "-7")]
    [TestCase("1,234.50", "1234.5")]
    [TestCase("１２３", "123")]
    [TestCase(" 12.5% ", "0.125")]
    [TestCase("3.5万", "35000")]
    [TestCase("−8", "-8")]
    [TestCase("1.2万", "12000")]
    [TestCase("3千5百", "3500")]
    [TestCase("一亿二千万", "120000000")]
    [TestCase("二十万零三百", "200300")]
    [TestCase("两千零五", "2005")]
    [TestCase("十二", "12")]
    [TestCase("廿", "20")]
    [TestCase("卅一", "31")]
    [TestCase("三百五", "350")]
    [TestCase("三百零五", "305")]
    [TestCase("一万二", "12000")]
    [TestCase("二十五", "25")]
    [TestCase("三点一四", "3.14")]
    [TestCase("五廿", "")]
    [TestCase("二三十", "")]
    [TestCase("万", "")]
    [TestCase("一二百", "")]
    [TestCase("28余", "")]
    [TestCase("亿亿亿亿", "")]
    [TestCase("", "")]
    [TestCase("79228162514264337593543950335万", "")]
    public void Figures_are_read_as_people_write_them(string text, string expected) =>
        Assert.That(FunctionCalls.Text("figure.number", text), Is.EqualTo(expected));

    [TestCase(1234567, null, "1,234,567")]
    [TestCase("1234567.80", null, "1,234,567.8")]
    [TestCase(1234.5, 2, "1,234.50")]
    [TestCase("0.005", 2, "0.01")]
    [TestCase(-1234, 0, "-1,234")]
    [TestCase("-0.001", 2, "0.00")]
    public void Thousands_are_grouped(object number, int? digits, string expected) =>
        Assert.That(FunctionCalls.Text("figure.group", number, digits), Is.EqualTo(expected));

    [TestCase(0.1234, 1, "12.3%")]
    [TestCase("0.00125", 2, "0.13%")]
    [TestCase(1, 0, "100%")]
    [TestCase(-0.5, 2, "-50.00%")]
    public void Ratios_become_percentages(object ratio, int digits, string expected) =>
        Assert.That(FunctionCalls.Text("figure.percent", ratio, digits), Is.EqualTo(expected));

    [TestCase(1, 3, "33.33%")]
    [TestCase(0, 3, "0.00%")]
    [TestCase(5, 0, "—")]
    public void A_share_of_nothing_is_a_dash(object part, object whole, string expected) =>
        Assert.That(FunctionCalls.Text("figure.share", part, whole), Is.EqualTo(expected));

    [TestCase("figure.wan", 123456, "12.35万")]
    [TestCase("figure.wan", 120000, "12万")]
    [TestCase("figure.yi", 1234567890, "12.35亿")]
    [TestCase("figure.short", 9999, "9999")]
    [TestCase("figure.short", 18871000, "1887.1万")]
    [TestCase("figure.short", 100000000, "1亿")]
    [TestCase("figure.fixed", "3.1", "3.10")]
    [TestCase("figure.fixed", "2.675", "2.68")]
    [TestCase("figure.digits", 2024, "二〇二四")]
    public void Large_figures_are_scaled(string function, object number, string expected) =>
        Assert.That(FunctionCalls.Text(function, number), Is.EqualTo(expected));

    [TestCase(96, 95, "同比增长1.05%")]
    [TestCase(95, 96, "同比下降1.04%")]
    [TestCase(95, 95, "同比持平")]
    [TestCase(0, 0, "同比持平")]
    [TestCase(12, 0, "同比增加12件")]
    [TestCase(0, 12, "同比下降100.00%")]
    [TestCase(3, -5, "同比增加8件")]
    [TestCase(1000001, 1000000, "同比增长不足0.01%")]
    [TestCase(1.5, 0.5, "同比增长200.00%")]
    public void A_change_has_the_right_verb(object current, object earlier, string expected) =>
        Assert.That(FunctionCalls.Text("figure.change", current, earlier, 2, "同比", "件"), Is.EqualTo(expected));

    [TestCase("figure.verb", 2, 1, "增长")]
    [TestCase("figure.verb", 1, 2, "下降")]
    [TestCase("figure.verb", 1, 1, "持平")]
    [TestCase("figure.difference", 12, 15, "减少3")]
    [TestCase("figure.difference", 15, 12, "增加3")]
    [TestCase("figure.difference", 12, 12, "持平")]
    public void A_difference_is_described_in_words(string function, int current, int earlier, string expected) =>
        Assert.That(FunctionCalls.Text(function, current, earlier), Is.EqualTo(expected));

    [TestCase("figure.group", "abc")]
    [TestCase("figure.group", null)]
    [TestCase("figure.group", "")]
    [TestCase("figure.chinese", "10000000000000000")]
    [TestCase("figure.percent", "79228162514264337593543950335")]
    [TestCase("figure.wan", true)]
    public void A_value_that_is_not_a_figure_is_an_error(string function, object? value) =>
        Assert.That(() => FunctionCalls.Text(function, value), Throws.InstanceOf<ScriptRuntimeException>());

    [TestCase(-1)]
    [TestCase(16)]
    public void Digits_are_bounded(int digits) =>
        Assert.That(() => FunctionCalls.Text("figure.group", 1, digits),
            Throws.InstanceOf<ScriptRuntimeException>().With.Message.Contains("between 0 and 15"));

    [Test]
    public void A_missing_figure_is_null_if_the_context_is_not_strict() =>
        Assert.That(FunctionCalls.Text(new RenderContext { IsStrict = false }, "figure.group", (object?)null), Is.Empty);

    [Test]
    public void A_sum_skips_what_is_missing_and_stays_exact()
    {
        var list = new ScriptArray(new object?[] { "0.1", 0.2m, null, "", new SourcedValue(3, "cell") });
        Assert.That(FunctionCalls.Text("figure.sum", list), Is.EqualTo("3.3"));
    }

    [Test]
    public void A_formatted_figure_keeps_its_source()
    {
        var sourced = new SourcedValue(1234, "表三!H4");
        var result = FunctionCalls.Value(new RenderContext(), "figure.group", sourced);
        Assert.That(result, Is.EqualTo(new SourcedValue("1,234", "表三!H4")));
    }
}
