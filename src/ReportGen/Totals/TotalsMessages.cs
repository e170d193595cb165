using ReportGen.Definitions;
using ReportGen.Model;
using static ReportGen.Diagnostics.Diagnostic;

namespace ReportGen.Totals;

/// <summary>The messages about adding up reports.</summary>
internal static class TotalsMessages
{
    private const int MaxNamed = 30;
    private const int MaxPlaces = 10;

    /// <summary>For a body that has sent nothing.</summary>
    public static LocalizedText NothingReceived { get; } = new("没有收到工作簿。", "No workbook was received.");

    /// <summary>The remedy for <see cref="NothingReceived"/>.</summary>
    public static LocalizedText Remind { get; } = new("请催报；已并入其他单位的，从名单中删去。",
        "Ask the body for it; if the body was merged into another, remove it from the list.");

    public static Diagnostic IsTotal(Report report) => Warning("totals.is-total", LocationOf(report),
        $"{NameOf(report)}本身就是{report.Body}的汇总工作簿，未计入合计。",
        $"{NameOf(report)} is itself the totals workbook of {report.Body}; it was not counted.",
        new("请把汇总结果放到报送文件夹之外。", "Keep totals outside the folder of submissions."));

    public static Diagnostic OtherYear(Report report, int? year) => Error("totals.other-year", LocationOf(report),
        $"{report.Body}的报告年度是{YearText(report.Year)}，不是{YearText(year)}，未计入合计。",
        $"The report of {report.Body} is on {YearText(report.Year)}, not on {YearText(year)}; it was not counted.",
        new($"请让该单位提交{YearText(year)}年的工作簿。", $"Ask the body for its {YearText(year)} workbook."));

    public static Diagnostic OtherPeriod(Report report, string period) => Warning("totals.other-period", LocationOf(report),
        $"{report.Body}的报告是“{report.Period}”的，不是“{period}”的，未计入合计。",
        $"The report of {report.Body} is for “{report.Period}”, not for “{period}”; it was not counted.",
        new($"请让该单位提交“{period}”的工作簿。", $"Ask the body for its workbook for “{period}”."));

    public static Diagnostic OtherKind(Report report, KindDefinition kind) => Error("totals.other-kind", LocationOf(report),
        $"{report.Body}的工作簿不是“{kind.Title.Chinese}”，未计入合计。",
        $"The workbook of {report.Body} is not a “{kind.Title.English}”; it was not counted.",
        new("请把其他报告移出报送文件夹。", "Move other reports out of the folder."));

    public static Diagnostic OtherEdition(Report report, string edition) => Error("totals.other-edition", LocationOf(report),
        $"{report.Body}用的是{report.Edition}年版表样，合计用的是{edition}年版；两版指标口径不同，不能相加，未计入合计。",
        $"{report.Body} used the {report.Edition} form, the total uses the {edition} form; their figures mean different things "
            + "and cannot be added. It was not counted.",
        new($"请退回该单位，改用{edition}年版标准工作簿填报。", $"Return it, to be filled in on the {edition} standard workbook."));

    public static Diagnostic NotListed(Report report, string? roster) => Error("totals.not-listed", LocationOf(report),
        $"{report.Body}不在名单（{Path.GetFileName(roster)}）中，未计入合计。",
        $"{report.Body} is not on the list ({Path.GetFileName(roster)}); it was not counted.",
        new("应当汇总的，请把它加入名单（名称有变化的，写在“简称”或“曾用名”列）；垂直管理的单位不计入本级。",
            "If it belongs to the district, add it to the list (other names go into the column “alias”)."));

    public static Diagnostic CountedTwice(string rule, Report report, Report first, bool isLater)
    {
        var differing = first.Tables.SelectMany(
            t => t.Cells.Where(c => report.Table(t.Form.Id)?.Find(c.Row.Id, c.Column.Id)?.Number != c.Number))
            .Count(c => !c.IsTotal);
        var (zh, en) = differing == 0
            ? ("两份数字相同。", "Their figures are the same.")
            : ($"两份有{differing}个数字不同。", $"They differ in {differing} figures.");
        return Error(rule, LocationOf(report),
            $"{report.Body}有两份报告，只计入了{(isLater ? "后保存" : "先找到")}的一份（{NameOf(first)}）。{zh}",
            $"There are two reports of {report.Body}; only the one {(isLater ? "saved last" : "found first")} was counted "
                + $"({NameOf(first)}). {en}",
            new("请只保留该单位最终确认的一份。", "Keep only the one that the body has confirmed.")) with
        {
            Severity = differing == 0 ? Severity.Warning : Severity.Error,
            Related = [.. new[] { LocationOf(first) }.OfType<SourceLocation>()],
        };
    }

    public static Diagnostic FigureMissing(Report report, IReadOnlyList<Cell> missing) => Error(
        "totals.figure-missing", LocationOf(report),
        $"{report.Body}有{missing.Count}格不是有效数字（第一个是“{missing[0].Row.Name}·{missing[0].Column.Name}”），未计入合计。",
        $"{missing.Count} cells of {report.Body} hold no valid figure (the first is “{missing[0].Row.Name} "
            + $"· {missing[0].Column.Name}”); the report was not counted.",
        new("请先改正该工作簿，再重新汇总；reportgen check 会逐格列出。",
            "Correct that workbook first, then add up again; reportgen check lists every cell.")) with
    {
        Location = (SourceLocation?)missing[0].Location ?? LocationOf(report),
        Related = [.. missing.Skip(1).Select(c => c.Location).OfType<SourceLocation>().Take(MaxPlaces)],
    };

    /// <summary>The remedy for reports that were counted although they have errors.</summary>
    public static LocalizedText AddUpAgain { get; } = new("改正后请重新汇总；reportgen check 会列出差错。",
        "Add up again after the errors are corrected; reportgen check lists them.");

    public static LocalizedText CountedWithErrors(int errors) =>
        new($"报告还有{errors}处差错，改正后数字可能变动。", $"The report has {errors} errors; its figures may change.");

    public static Diagnostic HasErrors(IReadOnlyList<(Report Report, int Errors)> reports) => Warning(
        "totals.has-errors", LocationOf(reports[0].Report),
        $"{reports.Count}份报告已计入，但还有差错，改正后数字可能变动："
            + $"{Named("、", "……", reports, r => $"{r.Report.Body}（{r.Errors}处）")}。",
        $"{reports.Count} reports were counted although they have errors, and their figures may change: "
            + $"{Named(", ", ", …", reports, r => $"{r.Report.Body} ({r.Errors})")}.",
        AddUpAgain);

    public static Diagnostic NamedLikeTotal(Report report) => Warning("totals.named-like-the-whole", LocationOf(report),
        $"{NameOf(report)}的机关全称就是汇总单位“{report.Body}”，已按本机关的数字计入。",
        $"{NameOf(report)} has the name of the district, {report.Body}; it was counted as the report of its own office.",
        new("它若是过去的合计，请移出报送文件夹，否则数字会加倍；它若是本机关的报告，请用 --own 指定。",
            "If it is an earlier total, move it away, otherwise everything is counted twice; if it is the own office's report, "
                + "give it with --own."));

    public static Diagnostic Missing(string rule, IReadOnlyList<string> names, int expected, string? roster) => OfFile(
        rule, Severity.Error, roster,
        $"名单中的{expected}个单位有{names.Count}个没有报送：{Named("、", "……", names, n => n)}。",
        $"{names.Count} of the {expected} bodies on the list have submitted nothing: {Named(", ", ", …", names, n => n)}.",
        Remind);

    public static Diagnostic NoRoster(string rule) => OfFile(rule, Severity.Information, null,
        "没有给出名单，不能核对谁没有报送。", "Without a roster, missing bodies cannot be detected.",
        new("用 --roster 指定单位名单（xlsx 或 csv）。", "Give the list of bodies with --roster (xlsx or csv)."));

    public static Diagnostic NothingCounted() => Error("totals.nothing-counted", null,
        "没有一份报告可以计入，没有生成汇总工作簿。", "No report could be counted; no workbook was written.",
        new("请先按上面所列改正报送的工作簿，并核对 --year。", "Correct the workbooks as listed above, and check --year."));

    public static Diagnostic NotCarriedOver(
        string rule, TableForm form, Cell to, decimal sum, Cell from, decimal expected, IReadOnlyList<BodyCarry> by)
    {
        var zh = by.Count == 0 ? "各单位都与自己的上年数据衔接，差额可能来自撤并或新设的单位。"
            : $"请核对：{Named("；", "", by, b => $"{b.Body}（今年{NumberFormat.Write(b.Now)}，{BeforeZh(b)}）")}。";
        var en = by.Count == 0 ? "Every body agrees with its own last report; merged or new bodies may explain the difference."
            : $"Check {Named("; ", "", by, b => $"{b.Body} (now {NumberFormat.Write(b.Now)}, {BeforeEn(b)})")}.";
        return Warning(rule, from.Location,
            $"{form.Name}“{to.Row.Name}·{to.Column.Name}”合计{NumberFormat.Write(sum)}，"
                + $"上年报告的“{from.Row.Name}”是{NumberFormat.Write(expected)}。{zh}",
            $"{form.Name} “{to.Row.Name} · {to.Column.Name}” adds up to {NumberFormat.Write(sum)}, last year's report "
                + $"has {NumberFormat.Write(expected)} under “{from.Row.Name}”. {en}",
            new("单位撤并的，请说明去向；填错的，请改正后重新汇总。", "Explain where merged bodies went; correct what is wrong and add up again.")) with
        { Related = [.. by.Select(b => b.Location).OfType<SourceLocation>()] };
    }

    /// <summary>An entered total that is not the sum of its bodies.</summary>
    public static Diagnostic Differs(string rule, Cell typed, TracedFigure figure, Explanation? explanation)
    {
        var (zh, en) = Explain(explanation, typed.Number > figure.Sum);
        var (own, sum, by) = (NumberFormat.Write(typed.Number!.Value), NumberFormat.Write(figure.Sum),
            NumberFormat.Write(typed.Number!.Value - figure.Sum));
        var name = $"{figure.Table.Name}·{figure.Row.Name}·{figure.Column.Name}";
        return Error(rule, typed.Location,
            $"{name}填的是{own}，{figure.Addends.Length}个单位相加是{sum}，相差{by}。{zh}",
            $"{name} reads {own}; the {figure.Addends.Length} bodies add up to {sum}, a difference of {by}. {en}",
            new($"核对后应为{sum}；口径不同的，请说明。", $"It should be {sum}; otherwise explain the difference.")) with
        {
            Related =
                [.. figure.Addends.Where(a => a.Number != 0).Select(a => a.Location).OfType<SourceLocation>().Take(MaxPlaces)],
        };
    }

    /// <summary>An entered total that is not the sum of the bodies' figures in the same workbook.</summary>
    public static Diagnostic DiffersWithin(string rule, TableForm form, Cell typed, IReadOnlyList<Cell> addends)
    {
        var (own, sum) = (NumberFormat.Write(typed.Number!.Value), NumberFormat.Write(addends.Sum(a => a.Number ?? 0)));
        var name = $"{form.Name}·{typed.Row.Name}·{typed.Column.Name}";
        return Error(rule, typed.Location,
            $"{name}填的是{own}，工作簿里{addends.Count}个单位的数字相加是{sum}。",
            $"{name} reads {own}; the {addends.Count} bodies in the workbook add up to {sum}.",
            new("请改正其中一处；确需调整的，在各单位数据旁加一列“调整”并写明数额。",
                "Correct one of them; if the total must be adjusted, add a column for the adjustment next to the bodies.")) with
        {
            Severity = addends.All(a => a.Number is not null) ? Severity.Error : Severity.Warning,
            Related = [.. addends.Where(a => a.Number is not (0 or null)).Select(a => a.Location).OfType<SourceLocation>()
                .Take(MaxPlaces)],
        };
    }

    private static (string Chinese, string English) Explain(Explanation? explanation, bool isMore)
    {
        if (explanation is null && isMore)
        {
            return ("差额与任何单位的数字都对不上；填的比合计多，可能还有单位（如本机关）不在比较之列。",
                "No body explains the difference. It is more than the sum: a body, such as the own office, may be missing from "
                    + "the comparison.");
        }

        if (explanation is null) return ("差额与任何单位的数字都对不上。", "No body explains the difference.");
        var isPair = explanation.Bodies.Length > 1;
        var (zh, en) = isPair
            ? ($"{string.Join("与", explanation.Bodies)}的数之和",
                $"the figures of {string.Join(" and ", explanation.Bodies)} together")
            : ($"{explanation.Bodies[0]}的数", $"the figure of {explanation.Bodies[0]}");
        var (who, whoever) = isPair ? ("这两个单位", "they") : ("该单位", "it");
        return explanation.LeftOut
            ? ($"差额等于{zh}，可能漏加了{who}。", $"The difference is {en}: {whoever} may have been left out.")
            : ($"差额等于{zh}，可能把{who}加了两次。", $"The difference is {en}: {whoever} may have been counted twice.");
    }

    // The first of a list, and whether there are more.
    private static string Named<T>(string separator, string more, IReadOnlyList<T> all, Func<T, string> name) =>
        string.Join(separator, all.Take(MaxNamed).Select(name)) + (all.Count > MaxNamed ? more : "");

    private static string BeforeZh(BodyCarry body) => body.Before is { } before ? $"上年{NumberFormat.Write(before)}" : "没有上年数据";

    private static string BeforeEn(BodyCarry body) =>
        body.Before is { } before ? $"last year {NumberFormat.Write(before)}" : "last year unknown";

    private static FileLocation? LocationOf(Report report) =>
        report.Source is { } source ? new FileLocation { File = source.File } : null;

    private static string NameOf(Report report) => Path.GetFileName(report.Source?.File ?? report.Title);

    private static string YearText(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "?";
}
