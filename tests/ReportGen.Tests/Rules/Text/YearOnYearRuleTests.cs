namespace ReportGen.Tests.Rules.Text;

/// <summary>A change against last year is as the figures give it, rounded to as many decimals as are written.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class YearOnYearRuleTests
{
    // 449 of 400: 12.25 %; 351: -12.25 %. 225 of 200: 12.5 %. 22449 of 20000: 12.245 %. 110 of 90: 22.222… %.
    [TestCase(400, 449, "增长12.25%")]
    [TestCase(400, 449, "增长12.250%")]
    [TestCase(400, 449, "增长12.3%")]
    [TestCase(400, 449, "增长12.2%")]
    [TestCase(400, 449, "增长12%")]
    [TestCase(200, 225, "增长12%")]
    [TestCase(200, 225, "增长13%")]
    [TestCase(20000, 22449, "增长12.25%")]
    [TestCase(20000, 22449, "增长12.24%")]
    [TestCase(90, 110, "增长22.22%")]
    [TestCase(90, 110, "增长22.2%")]
    [TestCase(90, 110, "增长22%")]
    [TestCase(400, 351, "下降12.3%")]
    [TestCase(400, 351, "下降12.2%")]
    [TestCase(400, 351, "减少49件")]
    [TestCase(400, 449, "增加49件")]
    [TestCase(400, 400, "增长0%")]
    [TestCase(0, 449, "增长100%")]
    public void A_change_that_is_right_once_rounded_gives_no_finding(int last, int current, string change) =>
        Assert.That(Found(last, current, change), Is.Empty);

    [TestCase(400, 449, "增长12.4%", "12.3%", "(449 - 400) ÷ 400 = 12.25%")]
    [TestCase(400, 449, "增长12.1%", "12.3%", "(449 - 400) ÷ 400 = 12.25%")]
    [TestCase(400, 449, "增长12.26%", "12.25%", "(449 - 400) ÷ 400 = 12.25%")]
    [TestCase(200, 225, "增长14%", "13%", "(225 - 200) ÷ 200 = 12.5%")]
    [TestCase(200, 225, "增长11%", "13%", "(225 - 200) ÷ 200 = 12.5%")]
    [TestCase(20000, 22449, "增长12.26%", "12.25%", "(22449 - 20000) ÷ 20000 = 12.245%")]
    [TestCase(20000, 22449, "增长12.23%", "12.25%", "(22449 - 20000) ÷ 20000 = 12.245%")]
    [TestCase(90, 110, "增长22.23%", "22.22%", "(110 - 90) ÷ 90 = 22.222%")]
    [TestCase(90, 110, "增长22.3%", "22.2%", "(110 - 90) ÷ 90 = 22.222%")]
    [TestCase(400, 351, "下降12.4%", "12.3%", "(351 - 400) ÷ 400 = -12.25%")]
    [TestCase(400, 351, "增长12.3%", "-12.3%", "(351 - 400) ÷ 400 = -12.25%")]
    [TestCase(400, 351, "减少50件", "49", "351 - 400 = -49")]
    [TestCase(400, 449, "增加48件", "49", "449 - 400 = 49")]
    public void A_change_that_is_wrong_is_told_with_what_would_be_right(
        int last, int current, string change, string right, string arithmetic)
    {
        var (message, remedy) = Found(last, current, change).Single();
        Assert.That(remedy, Does.StartWith($"改为 {right}，"));
        Assert.That(message, Does.EndWith($"应为：{arithmetic}。"));
        var corrected = change[..2] + right + (right.EndsWith('%') ? "" : "件");
        if (!right.StartsWith('-')) Assert.That(Found(last, current, corrected), Is.Empty, "who does as told is not told again");
    }

    private static (string Message, string Remedy)[] Found(int last, int current, string change) =>
    [
        .. TextReports.Check($"t3.r1.P={current} previous.t3.r1.P={last}", $"新收政府信息公开申请{current}件，同比{change}。")
            .Where(f => f.Id == "N-03").Select(f => (f.Message.Chinese, f.Remedy!.Chinese)),
    ];
}
