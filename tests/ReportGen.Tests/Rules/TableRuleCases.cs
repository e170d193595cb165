using ReportGen.Diagnostics;
using static ReportGen.Diagnostics.Severity;

namespace ReportGen.Tests.Rules;

/// <summary>A rule over tables: figures that obey it, figures that break it, and the resulting finding.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Obey">Figures that obey it, in the format of <see cref="TableReports"/>.</param>
/// <param name="Break">Figures that break it.</param>
/// <param name="At">The figure or sheet at which the finding is reported.</param>
/// <param name="Severity">The severity of the finding.</param>
/// <param name="Chinese">The complete message in Chinese.</param>
/// <param name="English">The complete message in English.</param>
public sealed record TableRuleCase(
    string Rule, string Obey, string Break, string At, Severity Severity, string Chinese, string English)
{
    /// <summary>The editions of the form to which the case applies.</summary>
    public string[] Editions { get; init; } = ["2021", "2019"];

    /// <summary>The number of findings.</summary>
    public int Count { get; init; } = 1;

    public override string ToString() => $"{Rule} {Break}";
}

/// <summary>The cases of every rule over tables.</summary>
internal static class TableRuleCases
{
    private static readonly string[] s_form2019 = ["2019"];
    private static readonly string[] s_form2021 = ["2021"];

    public static IEnumerable<TableRuleCase> All => [.. Form, .. Table2, .. Table2OfForm2019, .. Table3, .. Table4];

    private static IEnumerable<TableRuleCase> Form =>
    [
        new("S-07", "year=2021", "year=2020", "二、主动公开", Error,
            "表格用的是国办公开办函〔2021〕30号格式，它只用于 2021 年度及以后的报告；2019、2020 年度的报告应使用国办公开办函〔2019〕60号试行格式。",
            "The tables use the form 国办公开办函〔2021〕30号, which is only for reports for 2021 and later; reports "
                + "for 2019 and 2020 must use the trial form 国办公开办函〔2019〕60号.")
        { Editions = s_form2021 },
        new("S-07", "year=2020", "year=2022", "二、主动公开", Error,
            "表格用的是国办公开办函〔2019〕60号试行格式，它只用于 2019、2020 年度的报告；2021 年度及以后的报告应使用国办公开办函〔2021〕30号格式。",
            "The tables use the trial form 国办公开办函〔2019〕60号, which is only for reports for 2019 and 2020; "
                + "reports for 2021 and later must use the form 国办公开办函〔2021〕30号.")
        { Editions = s_form2019 },
    ];

    private static IEnumerable<TableRuleCase> Table2 =>
    [
        new("T2-01", "t2.licences.decided=31", "t2.licences.decided=-1", "t2.licences.decided", Error,
            "表二“行政许可”（本年处理决定数量）应为不小于 0 的整数，现为 -1。",
            "Table 2, “行政许可” (本年处理决定数量) must be a whole number, 0 or more, not -1.") { Editions = s_form2021 },
        new("T2-01", "t2.fees.charged=18.8710", "t2.fees.charged=0.12345", "t2.fees.charged", Error,
            "表二“行政事业性收费”（本年收费金额）应为不小于 0、至多 4 位小数的数，现为 0.12345。",
            "Table 2, “行政事业性收费” (本年收费金额) must be a number, 0 or more, with at most 4 decimals, not 0.12345.")
                { Editions = s_form2021 },
        new("T2-01", "t2.licences.change=-8", "t2.licences.change=1.5", "t2.licences.change", Error,
            "表二“行政许可”（本年增/减）应为整数，现为 1.5。",
            "Table 2, “行政许可” (本年增/减) must be a whole number, not 1.5.") { Editions = s_form2019 },
        new("T2-01", "t2.fees.charged=25.1", "t2.fees.charged=251000元", "t2.fees.charged", Error,
            "表二“行政事业性收费”（本年收费金额（单位：万元））不是数字：“251000元”。",
            "表二“行政事业性收费”（本年收费金额（单位：万元）） is not a number: “251000元”.") { Editions = s_form2021 },
        new("T2-01", "t2.documents.made=0", "t2.documents.valid=", "t2.documents.valid", Error,
            "表二“行政规范性文件”（现行有效件数）是空的。",
            "表二“行政规范性文件”（现行有效件数） is empty.") { Editions = s_form2021 },
        new("T2-02", "previous.t2.documents.valid=16 t2.documents.made=6 t2.documents.repealed=2 t2.documents.valid=20",
            "previous.t2.documents.valid=16 t2.documents.made=6 t2.documents.repealed=2 t2.documents.valid=21",
            "t2.documents.valid", Warning,
            "表二“行政规范性文件”与上年衔接不上：现行有效件数 21 ≠ 上年 现行有效件数 16 + 本年制发件数 6 - 本年废止件数 2 = 20。",
            "Table 2, “行政规范性文件” does not follow from last year: 现行有效件数 21 ≠ last year's 现行有效件数 16 + 本年制发件数 6 - 本年废止件数 2 = 20.")
        { Editions = s_form2021 },
        new("T2-03", "previous.t2.documents.valid=1 t2.documents.made=1 t2.documents.repealed=2",
            "previous.t2.documents.valid=1 t2.documents.made=1 t2.documents.repealed=3", "t2.documents.repealed", Error,
            "表二“行政规范性文件”废止的比有过的还多：本年废止件数 3 > 上年 现行有效件数 1 + 本年制发件数 1 = 2。",
            "Table 2, “行政规范性文件”: more were repealed than existed: 本年废止件数 3 > last year's 现行有效件数 1 + 本年制发件数 1 = 2.")
        { Editions = s_form2021 },
        new("T2-04", "t2.documents.made=5 t2.documents.repealed=2 t2.documents.valid=3",
            "t2.documents.made=5 t2.documents.repealed=2 t2.documents.valid=1", "t2.documents.valid", Error,
            "表二“行政规范性文件”现行有效的太少：现行有效件数 1 < 本年制发件数 5 - 本年废止件数 2 = 3。",
            "Table 2, “行政规范性文件”: too few are in force: 现行有效件数 1 < 本年制发件数 5 - 本年废止件数 2 = 3.") { Editions = s_form2021 },
        new("T2-05", "t2.rules.valid=3 category=人民政府 agency=某某市人民政府", "t2.rules.valid=3", "t2.rules.valid", Error,
            "县级及以下机关没有规章制定权，而表二“规章”（现行有效件数）填了 3。",
            "A body at county level or below cannot make rules, but table 2, “规章” (现行有效件数) says 3.") { Editions = s_form2021 },
        new("T2-05", "t2.rules.valid=3 category=人民政府 agency=某某自治区人民政府", "t2.rules.valid=3 agency=某某县人民政府",
            "t2.rules.valid", Error,
            "县级及以下机关没有规章制定权，而表二“规章”（对外公开总数量）填了 3。",
            "A body at county level or below cannot make rules, but table 2, “规章” (对外公开总数量) says 3.") { Editions = s_form2019 },
        new("T2-05", "t2.rules.valid=3 category=人民政府 agency=某某自治州人民政府", "t2.rules.valid=3 category=乡镇街道 agency=某某市某某镇人民政府",
            "t2.rules.valid", Error,
            "乡镇、街道没有规章制定权，而表二“规章”（现行有效件数）填了 3。",
            "A township or subdistrict cannot make rules, but table 2, “规章” (现行有效件数) says 3.") { Editions = s_form2021 },
        new("T2-05", "t2.rules.valid=3 agency=教育部", "t2.rules.valid=3 agency=某某市教育局", "t2.rules.valid", Warning,
            "地方政府的部门没有规章制定权，而表二“规章”（现行有效件数）填了 3。",
            "A department of a local government cannot make rules, but table 2, “规章” (现行有效件数) says 3.") { Editions = s_form2021 },
        new("T2-08", "previous.t2.documents.valid=40 t2.documents.made=159 t2.documents.valid=199",
            "previous.t2.documents.valid=40 t2.documents.made=160 t2.documents.valid=200", "t2.documents.valid", Warning,
            "表二“行政规范性文件”（现行有效件数）与上年相差 5 倍以上：行政规范性文件 200，5×上年 行政规范性文件 40 = 200。",
            "Table 2, “行政规范性文件” (现行有效件数) differs from last year's figure by a factor of five or more: 行政规范性文件 "
                + "200; 5×last year's 行政规范性文件 40 = 200.")
        { Editions = s_form2021 },
        new("T2-08", "previous.t2.licences.decided=150 t2.licences.decided=31",
            "previous.t2.licences.decided=9223 t2.licences.decided=31", "t2.licences.decided", Warning,
            "表二“行政许可”（{0}）与上年相差 5 倍以上：5×行政许可 31 = 155，上年 行政许可 9223。",
            "Table 2, “行政许可” ({0}) differs from last year's figure by a factor of five or more: 5×行政许可 31 = "
                + "155; last year's 行政许可 9223."),
        new("T2-08", "previous.t2.licences.decided=29 t2.licences.decided=900",
            "previous.t2.licences.decided=30 t2.licences.decided=900", "t2.licences.decided", Warning,
            "表二“行政许可”（{0}）与上年相差 5 倍以上：行政许可 900，5×上年 行政许可 30 = 150。",
            "Table 2, “行政许可” ({0}) differs from last year's figure by a factor of five or more: 行政许可 900; "
                + "5×last year's 行政许可 30 = 150."),
        new("T2-08", "previous.t2.fees.charged=30 t2.fees.charged=149.9", "previous.t2.fees.charged=30 t2.fees.charged=150.5",
            "t2.fees.charged", Warning,
            "表二“行政事业性收费”（本年收费金额）与上年相差 5 倍以上：行政事业性收费 150.5，5×上年 行政事业性收费 30 = 150。",
            "Table 2, “行政事业性收费” (本年收费金额) differs from last year's figure by a factor of five or more: 行政事业性收费 "
                + "150.5; 5×last year's 行政事业性收费 30 = 150.")
        { Editions = s_form2021 },
        new("T2-09", "previous.t2.fees.charged=25.1 t2.fees.charged=2510", "previous.t2.fees.charged=25.1 t2.fees.charged=251000",
            "t2.fees.charged", Warning,
            "表二“行政事业性收费”（本年收费金额）与上年相差几千倍，像是一年填了元、一年填了万元：行政事业性收费 251000，2000×上年 行政事业性收费 25.1 = 50200。",
            "Table 2, “行政事业性收费” (本年收费金额) differs from last year's figure by a factor of thousands, as if one "
                + "year were in yuan and the other in units of 10,000 yuan: 行政事业性收费 251000; 2000×last year's 行政事业性收费 "
                + "25.1 = 50200.")
        { Editions = s_form2021 },
        new("T2-09", "t2.fees.charged=25.1 category=乡镇街道", "t2.fees.charged=251000 category=乡镇街道", "t2.fees.charged", Warning,
            "表二“行政事业性收费”填了 251000 万元，乡镇、街道很少收这么多，像是按元填写的。",
            "Table 2, “行政事业性收费” says 251000, in units of 10,000 yuan. Townships and subdistricts rarely charge "
                + "that much; the amount seems to be in yuan.")
                { Editions = s_form2021 },
    ];

    private static IEnumerable<TableRuleCase> Table2OfForm2019 => new TableRuleCase[]
    {
        new("T2-06", "t2.documents.made=5 t2.documents.published=5 t2.documents.valid=5",
            "t2.documents.made=5 t2.documents.published=5 t2.documents.valid=3",
            "t2.documents.published", Error,
            "表二“规范性文件”新公开的比公开的总数还多：本年新公开数量 5 > 对外公开总数量 3。",
            "Table 2, “规范性文件”: more were published this year than are public in total: 本年新公开数量 5 > 对外公开总数量 3."),
        new("T2-06", "t2.documents.made=6 t2.documents.published=5 t2.documents.valid=9",
            "t2.documents.made=3 t2.documents.published=5 t2.documents.valid=9",
            "t2.documents.published", Warning,
            "表二“规范性文件”新公开的比新制作的还多：本年新公开数量 5 > 本年新制作数量 3。",
            "Table 2, “规范性文件”: more were published than were made this year: 本年新公开数量 5 > 本年新制作数量 3."),
        new("T2-07", "previous.t2.licences.items=10 previous.t2.licences.change=-3 t2.licences.items=7",
            "previous.t2.licences.items=10 previous.t2.licences.change=3 t2.licences.items=12", "t2.licences.items", Warning,
            "表二“行政许可”与上年衔接不上：上一年项目数量 12 ≠ 上年 上一年项目数量 10 + 上年 本年增/减 3 = 13。",
            "Table 2, “行政许可” does not follow from last year: 上一年项目数量 12 ≠ last year's 上一年项目数量 10 + last year's 本年增/减 3 = 13."),
        new("T2-09", "previous.t2.procurement.amount=25.1 t2.procurement.amount=0",
            "previous.t2.procurement.amount=251000 t2.procurement.amount=25.1",
            "t2.procurement.amount", Warning,
            "表二“政府集中采购”（采购总金额）与上年相差几千倍，像是一年填了元、一年填了万元：2000×政府集中采购 25.1 = 50200，上年 政府集中采购 251000。",
            "Table 2, “政府集中采购” (采购总金额) differs from last year's figure by a factor of thousands, as if one "
                + "year were in yuan and the other in units of 10,000 yuan: 2000×政府集中采购 25.1 = 50200; last year's "
                + "政府集中采购 251000."),
    }.Select(c => c with { Editions = s_form2019 });

    private static IEnumerable<TableRuleCase> Table3 =>
    [
        new("T3-01", "t3.r1.P=3 t3.a.P=3 t3.r1.T=3", "t3.r1.P=3 t3.a.P=3 t3.r1.T=4", "t3.r1.T", Error,
            "表三“一、本年新收政府信息公开申请数量”的合计与各项之和不符：总计 4 ≠ 3+0+0+0+0+0 = 3。",
            "表三, “一、本年新收政府信息公开申请数量”: the total differs from its parts: 总计 4 ≠ 3+0+0+0+0+0 = 3."),
        new("T3-02", "t3.r1.P=3 t3.r2.P=1 t3.a.P=2 t3.r4.P=2", "t3.r1.P=3 t3.a.P=2", "t3.r1.P", Error,
            "表三“自然人”一列两边不等，相差 1：左边 本年新收 3 + 上年结转 0 = 3；右边 （七）总计 2 + 四、结转下年度继续办理 0 = 2。",
            "Table 3, column “自然人” does not balance; the difference is 1. Left: 本年新收 3 + 上年结转 0 = 3; right: "
                + "（七）总计 2 + 四、结转下年度继续办理 0 = 2."),
        new("T3-03", "t3.r1.P=11 t3.a.P=3 t3.c1.P=4 t3.d1.P=4 t3.g.P=11", "t3.r1.P=11 t3.a.P=3 t3.c1.P=4 t3.d1.P=4 t3.g.P=12",
            "t3.g.P", Error,
            "表三“自然人”的合计与各项之和不符：（七）总计 12 ≠ 3+4+4 = 11。",
            "表三, “自然人”: the total differs from its parts: （七）总计 12 ≠ 3+4+4 = 11."),
        new("T3-04", "t3.e1.W=0", "t3.e1.W=-1 t3.e2.W=1", "t3.e1.W", Error,
            "表三“1.信访举报投诉类申请”（社会公益组织）应为不小于 0 的整数，现为 -1。",
            "Table 3, “1.信访举报投诉类申请” (社会公益组织) must be a whole number, 0 or more, not -1."),
        new("T3-04", "t3.e1.W=0", "t3.e1.W=/", "t3.e1.W", Error,
            "表三“1.信访举报投诉类申请”（社会公益组织）填的是“/”。",
            "表三“1.信访举报投诉类申请”（社会公益组织） holds “/”."),
        new("T3-05", "previous.t3.r1.P=3 previous.t3.r4.P=3 t3.r2.P=3 t3.a.P=3",
            "previous.t3.r1.P=3 previous.t3.r4.P=3 t3.r2.P=5 t3.a.P=5", "t3.r2.T", Error,
            "上年结转与上年度报告不衔接：上年结转 5 ≠ 上年 四、结转下年度继续办理 3。",
            "The number carried in does not agree with last year's report: 上年结转 5 ≠ last year's 四、结转下年度继续办理 3."),
        new("T3-05", "previous.t3.r1.B=2 previous.t3.r4.B=2 t3.r2.B=2 t3.a.B=2",
            "previous.t3.r1.B=2 previous.t3.r4.B=2 t3.r2.P=2 t3.a.P=2", "t3.r2.P", Warning,
            "表三“自然人”的上年结转与上年度报告不同（总数相同）：上年结转 2 ≠ 上年 四、结转下年度继续办理 0。",
            "Table 3, “自然人”: the number carried in does not agree with last year's report, although the total "
                + "does: 上年结转 2 ≠ last year's 四、结转下年度继续办理 0.") { Count = 2 },
        new("T3-06", "三、依申请公开!B7=（一）予以公开", "三、依申请公开!B7=0", "三、依申请公开!B7", Error,
            "表三缺少行标签“（一）予以公开”，应在 B7，现在是“0”。",
            "表三 lacks the row label “（一）予以公开”, expected at B7; it reads “0”."),
        new("T3-07", "", "三、依申请公开!C25= 三、依申请公开!C26= 三、依申请公开!C27=", "三、依申请公开!C25", Error,
            "表三缺少 3 个行标签，应在 C25:C27 依次为“1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”、“2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”、“3.其他”。",
            "表三 lacks 3 row labels, expected at C25:C27 in this order: “1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”、“2.申请人逾期未按收费通知要求缴纳费用、"
                + "行政机关不再处理其政府信息公开申请”、“3.其他”.")
        { Editions = s_form2021 },
        new("T3-08", "t3.r1.P=3 t3.r2.P=10 t3.a.P=10 t3.r4.P=3", "t3.r1.P=3 t3.r2.P=10 t3.a.P=8 t3.r4.P=5", "t3.r4.T", Warning,
            "结转下年度的超过本年新收：四、结转下年度继续办理 5 > 本年新收 3。",
            "More applications are carried over than were received: 四、结转下年度继续办理 5 > 本年新收 3."),
        new("T3-09", "t3.r1.P=100 t3.a.P=75 t3.r4.P=25", "t3.r1.P=100 t3.a.P=74 t3.r4.P=26", "t3.r4.T", Information,
            "结转下年度的超过本年新收的四分之一：4×四、结转下年度继续办理 26 = 104 > 本年新收 100。",
            "More than a quarter of the applications received are carried over: 4×四、结转下年度继续办理 26 = 104 > 本年新收 100."),
        new("T3-09", "t3.r1.P=200 t3.a.P=200", "t3.r1.P=201 t3.a.P=201", "t3.r1.T", Information,
            "没有一件结转下年度，而本年新收 201，超过 200 件。",
            "No applications are carried over, although more than 200 were received: 本年新收 201."),
    ];

    private static IEnumerable<TableRuleCase> Table4 =>
    [
        new("T4-01", "t3.r1.P=1 t3.a.P=1 t4.review.upheld=1 t4.review.T=1", "t3.r1.P=1 t3.a.P=1 t4.review.upheld=1 t4.review.T=0",
            "t4.review.T", Error,
            "表四“行政复议”的合计与各项之和不符：总计 0 ≠ 1+0+0+0 = 1。",
            "表四, “行政复议”: the total differs from its parts: 总计 0 ≠ 1+0+0+0 = 1."),
        new("T4-02", "t3.r1.P=1 t3.a.P=1 t4.direct.upheld=1", "t4.direct.upheld=1.5 t3.r1.P=1 t3.a.P=1",
            "t4.direct.upheld", Error,
            "表四“未经复议直接起诉”（结果维持）应为不小于 0 的整数，现为 1.5。",
            "Table 4, “未经复议直接起诉” (结果维持) must be a whole number, 0 or more, not 1.5."),
        new("T4-02", "t4.direct.upheld=0", "t4.direct.upheld=不适用", "t4.direct.upheld", Error,
            "表四“未经复议直接起诉”（结果维持）填的是“不适用”。",
            "表四“未经复议直接起诉”（结果维持） holds “不适用”."),
        new("T4-03", "t3.r1.P=1 t3.a.P=1 t4.direct.upheld=1", "t4.direct.upheld=1", "t4.direct.T", Warning,
            "没有收到过申请（表三本年、上年的新收和结转都是 0），表四却有复议或诉讼：行政复议 0 + 未经复议直接起诉 1 + 复议后起诉 0 = 1。",
            "No applications were received (table 3: none received or carried in, this year or last), but "
                + "table 4 has reviews or lawsuits: 行政复议 0 + 未经复议直接起诉 1 + 复议后起诉 0 = 1."),
        new("T4-03", "previous.t3.r1.P=1 previous.t3.a.P=1 t4.review.upheld=1", "previous.t3.r1.P=0 t4.review.upheld=1",
            "t4.review.T", Warning,
            "没有收到过申请（表三本年、上年的新收和结转都是 0），表四却有复议或诉讼：行政复议 1 + 未经复议直接起诉 0 + 复议后起诉 0 = 1。",
            "No applications were received (table 3: none received or carried in, this year or last), but "
                + "table 4 has reviews or lawsuits: 行政复议 1 + 未经复议直接起诉 0 + 复议后起诉 0 = 1."),
        new("T4-04", "t3.r1.P=5 t3.a.P=5 previous.t4.review.upheld=1 previous.t4.review.other=1 t4.after.upheld=2",
            "t3.r1.P=5 t3.a.P=5 previous.t4.review.upheld=1 t4.after.upheld=2", "t4.after.T", Warning,
            "复议后起诉的比复议还多：复议后起诉 2 > 行政复议 0 + 上年 行政复议·结果维持 1 + 上年 行政复议·结果纠正 0 + 上年 行政复议·其他结果 0 = 1。",
            "There are more lawsuits after review than reviews: 复议后起诉 2 > 行政复议 0 + last year's 行政复议·结果维持 1 + "
                + "last year's 行政复议·结果纠正 0 + last year's 行政复议·其他结果 0 = 1."),
        new("T4-05", "t3.r1.P=1 t3.a.P=1 previous.t3.r1.P=1 previous.t3.a.P=1 t4.review.upheld=2",
            "t3.r1.P=1 t3.a.P=1 previous.t3.r1.P=0 t4.review.upheld=2", "t4.review.T", Warning,
            "复议、诉讼比两年办结的申请还多：行政复议 2 + 未经复议直接起诉 0 = 2 > （七）总计 1 + 上年 （七）总计 0 = 1。",
            "There are more reviews and lawsuits than applications dealt with in two years: 行政复议 2 + 未经复议直接起诉 "
                + "0 = 2 > （七）总计 1 + last year's （七）总计 0 = 1."),
        new("T4-07", "previous.t3.r1.P=2 previous.t3.a.P=2 previous.t4.review.pending=2 t4.review.upheld=2",
            "previous.t4.review.pending=2", "t4.review.T", Information,
            "上年有案件尚未审结，本年各组总计却都是 0：行政复议 0 + 未经复议直接起诉 0 + 复议后起诉 0 = 0，上年 行政复议·尚未审结 2 + 上年 未经复议直接起诉·尚未审结 0 + 上年 复议后起诉·尚未审结 0 = 2。",
            "Cases were pending last year, but all totals are 0 this year: 行政复议 0 + 未经复议直接起诉 0 + 复议后起诉 0 = 0; "
                + "last year's 行政复议·尚未审结 2 + last year's 未经复议直接起诉·尚未审结 0 + last year's 复议后起诉·尚未审结 0 = 2."),
        new("T4-08", "t3.r1.P=1 t3.a.P=1 t4.after.upheld=1", "t3.r1.P=1 t3.a.P=1 t4.after.upheld=1 category=人民政府 agency=某某市人民政府",
            "t4.after.T", Information,
            "汇总了复议后起诉的案件（复议后起诉 1），请核对有没有重复计算。",
            "There are lawsuits after review (复议后起诉 1); check that none is counted twice."),
    ];
}
