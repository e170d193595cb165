using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Workbooks.Reading;

public sealed class SpreadsheetNumberTests
{
    [TestCase(-1, false, null)]
    [TestCase(0, false, "1899-12-31")]
    [TestCase(1, false, "1900-01-01")]
    [TestCase(59, false, "1900-02-28")]
    [TestCase(60, false, "1900-02-28", TestName = "29 February 1900, which there was not, is the day before 1 March")]
    [TestCase(61, false, "1900-03-01")]
    [TestCase(45000.5, false, "2023-03-15 12:00")]
    [TestCase(2_958_465, false, "9999-12-31")]
    [TestCase(2_958_466, false, null)]
    [TestCase(0, true, "1904-01-01")]
    [TestCase(2_957_003, true, "9999-12-31")]
    [TestCase(2_957_004, true, null)]
    public void A_serial_number_is_a_date(double serial, bool from1904, string? expected)
    {
        var date = SpreadsheetNumber.ToDate((decimal)serial, from1904);
        Assert.That(date is { } found ? SpreadsheetNumber.Format(found) : null, Is.EqualTo(expected));
    }

    [TestCase("1.50", "1.5")]
    [TestCase("100", "100")]
    [TestCase("-0.10", "-0.1")]
    public void A_number_has_no_trailing_zeros(string stored, string expected) =>
        Assert.That(FormattableString.Invariant($"{SpreadsheetNumber.Parse(stored)}"), Is.EqualTo(expected));
}
