using ReportGen.Model;

namespace ReportGen.Tests;

public sealed class NumberFormatTests
{
    [TestCase("3 4 0", "3+4+0")]
    [TestCase("3 -4", "3-4")]
    [TestCase("1.50 2", "1.5+2")]
    [TestCase("0 0 0 0 0 0 0 0 7", "0+0+0+0+0+0+0+0+7")]
    [TestCase("0 0 0 0 0 0 0 0 0 7 1", "7+1")]
    [TestCase("0 0 0 0 0 0 0 0 0 0", "0")]
    public void Of_many_addends_zeros_are_omitted(string addends, string expected) =>
        Assert.That(NumberFormat.WriteSum(addends.Split(' ').Select(decimal.Parse)), Is.EqualTo(expected));
}
