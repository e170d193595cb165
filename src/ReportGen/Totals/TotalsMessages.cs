using System.Globalization;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>What the adding up of reports has to say.</summary>
internal static class TotalsMessages
{
    public static Diagnostic OtherYear(Report report, int year) => LeftOut("totals.other-year", report,
        new($"{report.Body}的报告年度是{report.Year}年，不是{year}年，未计入合计。",
            $"The report of {report.Body} is on {report.Year}, not on {year}; it was not counted."),
        new($"请让该单位提交{year}年的工作簿。", $"Ask the body for its {year} workbook."));

    public static Diagnostic OtherEdition(Report report, string edition) => LeftOut("totals.other-edition", report,
        new($"{report.Body}用的是{report.Edition}年版表样，合计用的是{edition}年版；两版指标口径不同，不能相加，未计入合计。",
            $"{report.Body} used the {report.Edition} form, the total uses the {edition} form; their figures mean different things and cannot be added. It was not counted."),
        new($"请退回该单位，改用{edition}年版标准工作簿填报。", $"Return it, to be filled in on the {edition} standard workbook."));

    public static Diagnostic CountedTwice(Report report, Report first) => LeftOut("X-03", report,
        new($"{report.Body}有两份报告，只计入了先找到的一份（{NameOf(first)}）。",
            $"There are two reports of {report.Body}; only the one found first was counted ({NameOf(first)})."),
        new("请只保留该单位最终确认的一份。", "Keep only the one that the body has confirmed."));

    public static Diagnostic FigureMissing(Report report, Cell cell) => LeftOut("totals.figure-missing", report,
        new($"{report.Body}的“{cell.Row.Name}·{cell.Column.Name}”没有可用的数字，未计入合计。",
            $"The figure “{cell.Row.Name} · {cell.Column.Name}” of {report.Body} is missing; the report was not counted."),
        new("请先改正该工作簿，再重新汇总。", "Mend that workbook first, then add up again.")) with
        { Location = (SourceLocation?)cell.Location ?? LocationOf(report) };

    public static Diagnostic Differs(Cell typed, TracedFigure figure, Explanation? explanation)
    {
        var (zh, en) = explanation switch
        {
            null => ("没有哪一个单位能单独解释这个差额。", "No single body explains the difference."),
            { LeftOut: true } => ($"差额等于{explanation.Body}的数，可能漏加了该单位。",
                $"The difference is the figure of {explanation.Body}: it may have been left out."),
            _ => ($"差额等于{explanation.Body}的数，可能把该单位加了两次。",
                $"The difference is the figure of {explanation.Body}: it may have been counted twice."),
        };
        var (own, sum, by) = (Number(typed.Number!.Value), Number(figure.Sum), Number(typed.Number!.Value - figure.Sum));
        var name = $"{figure.Table.Name}·{figure.Row.Name}·{figure.Column.Name}";
        return new Diagnostic
        {
            Id = "X-01",
            Severity = Severity.Error,
            Location = typed.Location,
            Message = new($"{name}填的是{own}，{figure.Addends.Length}个单位相加是{sum}，相差{by}。{zh}",
                $"{name} reads {own}; the {figure.Addends.Length} bodies add up to {sum}, a difference of {by}. {en}"),
            Remedy = new($"核对后应为{sum}；口径不同的，请说明。", $"It should be {sum}, or the difference explained."),
            Related = [.. figure.Addends.Where(a => a.Number != 0).Select(a => a.Location).OfType<SourceLocation>()],
        };
    }

    private static Diagnostic LeftOut(string id, Report report, LocalizedText message, LocalizedText remedy) => new()
    {
        Id = id, Severity = Severity.Error, Location = LocationOf(report), Message = message, Remedy = remedy,
    };

    private static FileLocation? LocationOf(Report report) =>
        report.Source is { } source ? new FileLocation { File = source.File } : null;

    private static string NameOf(Report report) => Path.GetFileName(report.Source?.File ?? report.Title);

    private static string Number(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
