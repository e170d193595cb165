using ReportGen.Model;
using ReportGen.Workbooks.Mapping;

namespace ReportGen.Tests.Workbooks.Mapping;

/// <summary>A number with a unit gives the figure that the cell should hold, or nothing if that is not certain.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class QuantityTests
{
    private static readonly NumberFormat s_tenThousandYuan = new(4, false, "万元");

    [TestCase("251000元", "25.1")]
    [TestCase("２５１，０００ 元", "25.1")]
    [TestCase("25.1万元", "25.1")]
    [TestCase("25.1万", "25.1")]
    [TestCase("0.5亿元", "5000")]
    [TestCase("3千元", "0.3")]
    [TestCase("251234.56元", "25.1235")]
    [TestCase("0元", "0")]
    [TestCase("零", "0")]
    [TestCase("0.1元", null)]
    [TestCase("-3元", null)]
    [TestCase("251000美元", null)]
    [TestCase("25.1件", null)]
    [TestCase("约25元", null)]
    [TestCase("25", null)]
    [TestCase("9999999999999999999999999999亿元", null)]
    public void An_amount_is_converted_to_the_unit_of_the_column(string text, string? figure) =>
        Assert.That(Quantity.Read(text, s_tenThousandYuan), Is.EqualTo(Number(figure)));

    [TestCase("12件", "12")]
    [TestCase("1,200 件", "1200")]
    [TestCase("3万", "30000")]
    [TestCase("1.2万件", "12000")]
    [TestCase("1.5件", null)]
    [TestCase("12余件", null)]
    [TestCase("12元", null)]
    [TestCase("12①", null)]
    [TestCase("无", null)]
    public void A_count_loses_its_measure_word(string text, string? figure) =>
        Assert.That(Quantity.Read(text, NumberFormat.Count), Is.EqualTo(Number(figure)));

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
