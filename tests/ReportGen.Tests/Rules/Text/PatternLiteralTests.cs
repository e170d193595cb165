using ReportGen.Rules.Text;
using ReportGen.Tests.Workbooks;

namespace ReportGen.Tests.Rules.Text;

public sealed class PatternLiteralTests
{
    [TestCase("部分公开(的|申请)?(?<n>#)[件份]", "部分公开")]
    [TestCase("截止到?(?<n>#)年", "截止")]
    [TestCase("a?bc{0,3}def*", "de")]
    [TestCase("(未|没有)[^#,]{0,9}复议", "复议")]
    [TestCase(@"\[bookmark:[^\]]{0,60}\]", "bookmark:")]
    [TestCase(@"[\u4e00-\u9fff]\.号", "号")]
    [TestCase("甲|乙丙", "")]
    [TestCase("甲乙{", "甲")]
    [TestCase("(甲乙)?", "")]
    [TestCase("([)(]甲)乙", "乙")]
    [TestCase("", "")]
    public void The_longest_literal_of_every_match(string pattern, string literal) =>
        Assert.That(PatternLiteral.Of(pattern), Is.EqualTo(literal));

    [TestCase("甲|乙丙", "甲,乙丙")]
    [TestCase("(考核|考评)", "考核,考评")]
    [TestCase("(未|没有)[^#]{0,9}(?:复议|诉讼)", "复议,诉讼")]
    [TestCase("(?<mark>甲乙|丙丁)了", "甲乙,丙丁")]
    [TestCase("(甲乙|丙)?丁", "丁")]
    [TestCase("(甲乙){0,2}[一二]", "")]
    [TestCase("甲|[一二]", "")]
    [TestCase("(甲(乙丙|丁戊)|己庚)", "乙丙,丁戊,己庚")]
    [TestCase("(?i:甲乙)", "")]
    public void Every_match_has_one_of_these_literals(string pattern, string literals) =>
        Assert.That(string.Join(',', PatternLiteral.AnyOf(pattern)), Is.EqualTo(literals));
}
