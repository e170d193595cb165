using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Cli.Terminal;

[Parallelizable(ParallelScope.All)]
public sealed class QuotationViewTests
{
    [TestCase("共27条", 1, 2, "共27条", "  ^^")]
    [TestCase("公开信息", 2, 2, "公开信息", "    ^^^^")]
    [TestCase("𠮷林省", 2, 1, "𠮷林省", "  ^^")]
    [TestCase("plain", 5, 0, "plain", "     ^")]
    [TestCase("plain", 2, 99, "plain", "  ^^^")]
    [TestCase("plain", 99, 1, "plain", "     ^")]
    public void The_mark_is_below_the_marked_part(string text, int start, int length, string shown, string mark) =>
        Assert.That(Of(text, start, length, 80), Is.EqualTo(new QuotationView(shown, mark)));

    [Test]
    public void A_long_line_is_cut_around_the_mark()
    {
        var view = Of(new string('甲', 100) + "乙" + new string('丙', 100), 100, 1, 30);
        Assert.That(view, Is.EqualTo(new QuotationView("…甲甲甲甲甲乙丙丙丙丙丙丙丙丙…", "           ^^")));
    }

    [Test]
    public void A_mark_longer_than_the_line_ends_with_it()
    {
        var view = Of(new string('a', 100), 0, 100, 20);
        Assert.That((view.Text.Length, view.Mark.Length), Is.EqualTo((20, 19)));
    }

    [Test]
    public void Of_several_lines_the_marked_one_is_shown() =>
        Assert.That(Of("first\r\nsecond\r\nthird", 7, 20, 80), Is.EqualTo(new QuotationView("second ", "^^^^^^^")));

    [TestCase("a\e[2Jb", "a\uFFFD[2Jb", TestName = "an escape sequence")]
    [TestCase("a\tb\u202Ec", "a b\uFFFDc")]
    [TestCase("只读\u0007", "只读\uFFFD", TestName = "a bell")]
    public void Text_of_a_workbook_cannot_control_the_terminal(string text, string shown) =>
        Assert.That(DisplayText.Clean(text), Is.EqualTo(shown));

    private static QuotationView Of(string text, int start, int length, int width) =>
        QuotationView.Of(new Quotation(text, new TextSpan(start, length)), width);
}
