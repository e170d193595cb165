using ReportGen.Workbooks.Values;

namespace ReportGen.Totals;

/// <summary>The sheet that lists the counted bodies, those left out with the reason, and the missing ones.</summary>
internal static class BodyListSheet
{
    private const string Name = "报送情况";
    private static readonly ImmutableArray<double> s_widths = [6, 34, 14, 10, 30, 46, 40];

    public static AttachedSheet Make(DistrictTotal total, string folder)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<AttachedCell?>>();
        rows.Add(TotalWorkbook.Row(AttachedStyle.Title, $"{total.Report.Title}　{Name}"));
        rows.Add(TotalWorkbook.Row(AttachedStyle.Words, Summary(total)));
        rows.Add(TotalWorkbook.Row(AttachedStyle.Heading, "序号", "单位", "分组", "情况", "工作簿", "说明", "处理"));
        for (var i = 0; i < total.Entries.Length; i++) rows.Add(Line(i + 1, total.Entries[i], folder));
        return new AttachedSheet { Name = Name, Widths = s_widths, Rows = rows.ToImmutable(), HeadingRow = 3 };
    }

    private static string Summary(DistrictTotal total)
    {
        var left = $"已计入{total.Count(BodyState.Counted)}份，未计入{total.Count(BodyState.LeftOut)}份";
        return total.HasRoster ? $"{left}，没有报送{total.Count(BodyState.Missing)}个单位。" : $"{left}；没有给出名单，不能核对谁没有报送。";
    }

    private static ImmutableArray<AttachedCell?> Line(int number, BodyEntry entry, string folder) =>
    [
        AttachedCell.Of(number),
        AttachedCell.Of(entry.Name),
        AttachedCell.Of(entry.Group),
        AttachedCell.Of(entry.State switch { BodyState.Counted => "已计入", BodyState.LeftOut => "未计入", _ => "没有报送" }),
        AttachedCell.Of(Path.GetFileName(entry.File) ?? "") with { File = TotalWorkbook.LinkTo(entry.File, folder) },
        AttachedCell.Of(entry.Reason?.Chinese ?? ""),
        AttachedCell.Of(entry.Remedy?.Chinese ?? ""),
    ];
}
