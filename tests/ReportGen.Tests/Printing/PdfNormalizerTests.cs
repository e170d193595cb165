using System.Text;
using ReportGen.Printing.Pdf;

namespace ReportGen.Tests.Printing;

public sealed class PdfNormalizerTests
{
    private static readonly DateOnly s_date = new(2026, 1, 31);

    [Test]
    public void Dates_are_replaced_by_the_given_one() =>
        Assert.That(
            Normalized("1 0 obj\n<</CreationDate (D:20261124000330+00'00')\n/ModDate (D:20261124000330+00'00')>>\nendobj\n"),
            Is.EqualTo("1 0 obj\n<</CreationDate (D:20260131000000+00'00')\n/ModDate (D:20260131000000+00'00')>>\nendobj\n"));

    [Test]
    public void Without_a_date_the_dates_are_blanked() =>
        Assert.That(
            Normalized("1 0 obj\n<</CreationDate (D:20261124000330+00'00')\n/Title (x)>>\nendobj\n", null),
            Is.EqualTo($"1 0 obj\n<<{new string(' ', 39)}\n/Title (x)>>\nendobj\n"));

    [Test]
    public void Ids_are_numbered_by_rank_at_every_occurrence() =>
        Assert.That(
            Normalized("2 0 obj\n<</Headers [(node00000140)(node00000016)]>>\nendobj\n3 0 obj\n<</ID (node00000016)>>\nendobj\n"),
            Is.EqualTo(
                "2 0 obj\n<</Headers [(node00000002)(node00000001)]>>\nendobj\n3 0 obj\n<</ID (node00000001)>>\nendobj\n"));

    [TestCase("4 0 obj\n<</Length 14>> stream\n(node00000140)\nendstream\nendobj\n")]
    [TestCase("4 0 obj\n<</Length 29>> stream\n\nendobj\n9 obj\n(node00000140)\nendstream\nendobj\n")]
    [TestCase("5 0 obj\n<</ID (node0000014x)>>\nendobj\n(node00000140)")]
    [TestCase("5 0 obj\n<</ID (node00000140")]
    [TestCase("")]
    public void Everything_else_is_unchanged(string pdf) => Assert.That(Normalized(pdf), Is.EqualTo(pdf));

    private static string Normalized(string text) => Normalized(text, s_date);

    private static string Normalized(string text, DateOnly? date)
    {
        var pdf = Encoding.Latin1.GetBytes(text);
        PdfNormalizer.Normalize(pdf, date);
        return Encoding.Latin1.GetString(pdf);
    }
}
