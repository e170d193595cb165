using ReportGen.Diagnostics;

namespace ReportGen.Tests.Diagnostics;

public sealed class CellAddressTests
{
    [TestCase("A1", 1, 1)]
    [TestCase("$J$12", 12, 10)]
    [TestCase("xfd1048576", 1_048_576, 16_384)]
    public void An_address_is_parsed_and_formatted(string text, int row, int column)
    {
        Assert.That(CellAddress.TryParse(text, out var address), Is.True);
        Assert.That(address, Is.EqualTo(new CellAddress(row, column)));
        Assert.That($"{address}", Is.EqualTo(text.Replace("$", "", StringComparison.Ordinal).ToUpperInvariant()));
    }

    [TestCase("")]
    [TestCase("A0")]
    [TestCase("XFE1")]
    [TestCase("A1048577")]
    [TestCase("1A")]
    public void An_invalid_address_is_not_parsed(string text) => Assert.That(CellAddress.TryParse(text, out _), Is.False);

    [Test]
    public void The_default_value_is_formatted_as_no_address()
    {
        Assert.That($"{default(CellAddress)}", Is.EqualTo("?"));
        Assert.That($"{default(CellRange)}", Is.EqualTo("?"));
        Assert.That($"{new CellLocation { File = "年报.xlsx", Sheet = "封面", Address = default }}", Does.Contain("?"));
    }

    [Test]
    public void Quotes_in_a_sheets_name_are_escaped_in_a_reference() =>
        Assert.That($"{new CellReference("甲'!B2", new CellAddress(5, 4))}", Is.EqualTo("'甲''!B2'!D5"));
}
