using ReportGen.Definitions.Checks;
using ReportGen.Tests.Workbooks;

namespace ReportGen.Tests.Checks;

public sealed class PatternLiteralTests
{
    [TestCase("部分公开(的|申请)?(?<n>#)[件份]", "部分公开")]
    [TestCase("截止到?(?<n>#)年", "截止")]
    [TestCase("a?bc{0,3}def*", "de")]
    [TestCase("(未|没有)[^#,]{0,9}复议", "复议")]
    [TestCase(@"\[bookmark:[^\]]{0,60}\]", "bookmark:")]
    [TestCase(@"[\u4e00-\u9fff]\.号", "号")]
    [TestCase("甲|乙丙", "")]
    [TestCase("(甲乙)?", "")]
    [TestCase("([)(]甲)乙", "乙")]
    [TestCase("", "")]
    public void The_longest_run_that_every_match_has(string pattern, string literal) =>
        Assert.That(PatternLiteral.Of(pattern), Is.EqualTo(literal));
}
