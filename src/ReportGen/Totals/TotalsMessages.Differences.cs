using ReportGen.Model;

namespace ReportGen.Totals;

/// <content>Where a total differs from its parts.</content>
internal static partial class TotalsMessages
{
    public static Diagnostic Differs(string rule, Cell typed, TracedFigure figure, Explanation? explanation)
    {
        var (zh, en) = Words(explanation, typed.Number > figure.Sum);
        var (own, sum, by) = (NumberForm.Write(typed.Number!.Value), NumberForm.Write(figure.Sum), NumberForm.Write(typed.Number!.Value - figure.Sum));
        var name = $"{figure.Table.Name}·{figure.Row.Name}·{figure.Column.Name}";
        return new Diagnostic
        {
            Id = rule,
            Severity = Severity.Error,
            Location = typed.Location,
            Message = new($"{name}填的是{own}，{figure.Addends.Length}个单位相加是{sum}，相差{by}。{zh}",
                $"{name} reads {own}; the {figure.Addends.Length} bodies add up to {sum}, a difference of {by}. {en}"),
            Remedy = new($"核对后应为{sum}；口径不同的，请说明。", $"It should be {sum}, or the difference explained."),
            Related = [.. figure.Addends.Where(a => a.Number != 0).Select(a => a.Location).OfType<SourceLocation>().Take(MostPlaces)],
        };
    }

    public static Diagnostic DiffersWithin(string rule, TableForm form, Cell typed, IReadOnlyList<Cell> addends)
    {
        var (own, sum) = (NumberForm.Write(typed.Number!.Value), NumberForm.Write(addends.Sum(a => a.Number ?? 0)));
        var name = $"{form.Name}·{typed.Row.Name}·{typed.Column.Name}";
        return new Diagnostic
        {
            Id = rule,
            Severity = addends.All(a => a.Number is not null) ? Severity.Error : Severity.Warning,
            Location = typed.Location,
            Message = new($"{name}填的是{own}，工作簿里{addends.Count}个单位的数字相加是{sum}。",
                $"{name} reads {own}; the {addends.Count} bodies in the workbook add up to {sum}."),
            Remedy = new("请改正其中一处；确需调整的，在各单位数据旁加一列“调整”并写明数额。",
                "Mend one of both; where the total must be adjusted, add a column for the adjustment beside the bodies."),
            Related = [.. addends.Where(a => a.Number is not (0 or null)).Select(a => a.Location).OfType<SourceLocation>().Take(MostPlaces)],
        };
    }

    private static (string Chinese, string English) Words(Explanation? explanation, bool isMore)
    {
        if (explanation is null && isMore)
            return ("没有哪一个单位能解释这个差额；填的比合计多，可能还有单位（如本机关）不在比较之列。",
                "No body explains the difference; it is more than the sum: perhaps a body, such as the own office, is not among those compared.");
        if (explanation is null) return ("没有哪一个单位能解释这个差额。", "No body explains the difference.");
        var isPair = explanation.Bodies.Length > 1;
        var (zh, en) = isPair
            ? ($"{string.Join("与", explanation.Bodies)}的数之和", $"the figures of {string.Join(" and ", explanation.Bodies)} together")
            : ($"{explanation.Bodies[0]}的数", $"the figure of {explanation.Bodies[0]}");
        var (who, whoever) = isPair ? ("这两个单位", "they") : ("该单位", "it");
        return explanation.LeftOut
            ? ($"差额等于{zh}，可能漏加了{who}。", $"The difference is {en}: {whoever} may have been left out.")
            : ($"差额等于{zh}，可能把{who}加了两次。", $"The difference is {en}: {whoever} may have been counted twice.");
    }
}
