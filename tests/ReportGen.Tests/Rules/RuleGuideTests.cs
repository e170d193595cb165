using ReportGen.Diagnostics;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Examples;
using ReportGen.Tests.Workbooks;

namespace ReportGen.Tests.Rules;

/// <summary>The pages that list the rules are up to date: <c>./build.sh approve</c> regenerates them.</summary>
public sealed class RuleGuideTests
{
    private const string Chinese = """
        # 核对规则

        本页列出 `reportgen check` 和 `reportgen build` 核对报告时使用的全部规则，由模板文件夹中的规则数据生成，请勿手工修改。

        - **错误**：报告不予发布。**警告**：应当改正或者说明理由。**提示**：供参考，无需处理。
        - 核对标准：**默认**供填报单位自查；**严格**供主管部门审核，存疑的从严；**从简**只保留妨碍发布的错误。
        - 与上年比较的规则，使用工作簿中的“上年数据”；没有填写的，使用另行提供的上年报告；两者都没有的，不作比较。
        - 手工填写的合计与各项之和不符是错误；程序印出的合计总是计算得出的。
        - 已核实无误的问题，可以写明理由后列入已核实清单，不再重复提示；数字或文字改变后须重新核实。
        - 表二中行政许可、处罚、强制、收费等单独的数字，没有别的数字可以印证：只能发现不合格式的填法和与上年相比的异常变化，不能发现普通的笔误。
        - 各条文字规则读什么、不读什么：[Rules over text](rules-over-text.md)。
        """;

    private const string English = """
        # Rules

        The rules that `reportgen check` and `reportgen build` apply to a report. This page is generated from the rule files in
        the templates folder; do not edit it.

        - An **error** stops publication. A **warning** must be corrected or explained. An **information** needs no action.
        - Profiles: **default** is for authors; **strict** is for offices that review reports, and treats doubtful cases more
          severely; **minimal** keeps only what stops publication.
        - Rules that compare with last year use the sheet 上年数据 or, if it is empty, last year's report if one is given. Without
          either, they are skipped.
        - A typed total that is not the sum of its parts is an error; printed totals are always computed.
        - A finding that was reviewed can be accepted with a reason. It is reported again when its figures or words change.
        - The decisions and charges of table 2 cannot be checked against other figures. Invalid entries and unusual changes
          from year to year are found; an ordinary typing error is not.
        - What each rule over text reads, and what it leaves alone: [Rules over text](rules-over-text.md).
        """;

    [TestCase(Language.Chinese, Chinese, "docs/rules.zh-CN.md")]
    [TestCase(Language.English, English, "docs/rules.md")]
    public void The_page_is_generated_from_the_rules(Language language, string introduction, string page)
    {
        Approval.Check(Path.Combine(RepositoryFiles.Root, page),
            new RuleGuide([.. Forms.Editions.Select(e => Forms.Rules(e.Edition))], language).Write(introduction));
    }
}
