using ClosedXML.Excel;

namespace FillWithClosedXml;

/// <summary>Where each column of the CSV file goes in the workbook.</summary>
internal sealed class ColumnPlan
{
    /// <summary>The heading of the column that every table needs: the body's name.</summary>
    public const string Body = "机关全称";

    /// <summary>The heading of the column that every table needs: the year.</summary>
    public const string Year = "报告年度";

    private const string Cover = "封面";

    private readonly string[] _headings;
    private readonly InputCell?[] _cells;
    private readonly List<InputCell> _others;

    private ColumnPlan(string[] headings, InputCell?[] cells, List<InputCell> others) =>
        (_headings, _cells, _others) = (headings, cells, others);

    /// <summary>
    /// Looks up every heading. A heading is <c>sheet/label/label…</c>, or the label alone for the cover. Each part names the
    /// sheet or label with this text or, if there is none, those that contain it; together they must lead to one cell.
    /// </summary>
    /// <param name="headings">The headings.</param>
    /// <param name="workbook">The standard workbook.</param>
    /// <param name="problems">Receives the headings that lead nowhere, to several cells, or to the same one.</param>
    /// <returns>The plan; null when a heading is wrong or one of those that every table needs is missing.</returns>
    public static ColumnPlan? Make(string[] headings, XLWorkbook workbook, List<Problem> problems)
    {
        var inputs = InputCells.Of(workbook);
        var cells = headings.Select(h => Find(h, inputs, problems)).ToArray();
        var columns = headings.Zip(cells).Where(c => c.Second is not null).GroupBy(c => c.Second);
        foreach (var twice in columns.Where(c => c.Count() > 1))
            problems.Add(new Problem(1, twice.Last().First, $"与“{twice.First().First}”列指的是同一格（{twice.Key}）。"));
        foreach (var needed in new[] { Body, Year }.Except(headings)) problems.Add(new Problem(1, null, $"缺少“{needed}”列。"));
        if (problems.Any(p => p.Line <= 1)) return null;
        var sheets = cells.Select(c => c?.Sheet).ToHashSet();
        var others = inputs.Where(i => IsFigure(i) && sheets.Contains(i.Sheet) && !cells.Contains(i));
        return new ColumnPlan(headings, cells, [.. others]);
    }

    /// <summary>The column of <see cref="Body"/>.</summary>
    public int BodyColumn => Array.IndexOf(_headings, Body);

    /// <summary>The column of <see cref="Year"/>.</summary>
    public int YearColumn => Array.IndexOf(_headings, Year);

    /// <summary>What is to be written for a body.</summary>
    /// <param name="line">The body.</param>
    /// <param name="missingAsZero">Whether figures that have no column are 0; otherwise they stay empty.</param>
    /// <param name="problems">Receives the values that their cells do not allow.</param>
    public List<(InputCell Cell, object Value)> Values(FigureLine line, bool missingAsZero, List<Problem> problems)
    {
        var values = new List<(InputCell, object)>();
        for (var i = 0; i < _cells.Length; i++)
        {
            if (_cells[i] is not { } cell) continue;
            string? reason = null;
            var value = cell.Rule is { } rule ? rule.Parse(line.Values[i], out reason)
                : line.Values[i].Trim() is { Length: > 0 } text ? text
                : null;
            if (reason is not null) problems.Add(new Problem(line.Line, _headings[i], reason));
            if (value is not null) values.Add((cell, value));
        }

        if (missingAsZero) values.AddRange(_others.Select(o => (o, (object)0L)));
        return values;
    }

    private static bool IsFigure(InputCell cell) =>
        cell.Sheet != Cover && cell.Rule?.Type is XLAllowedValues.WholeNumber or XLAllowedValues.Decimal;

    private static InputCell? Find(string heading, List<InputCell> inputs, List<Problem> problems)
    {
        var parts = heading.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1) parts = [Cover, .. parts];
        var sheets = parts.Length > 0 ? Named(parts[0], inputs.Select(i => i.Sheet)) : [];
        var found = inputs.Where(i => sheets.Contains(i.Sheet)).ToList();
        foreach (var part in parts.Skip(1))
        {
            var labels = Named(part, found.SelectMany(i => i.Labels));
            found = [.. found.Where(i => i.Labels.Any(labels.Contains))];
        }

        if (found.Count == 1) return found[0];
        problems.Add(new Problem(1, heading, found.Count == 0
            ? "工作簿中没有这一格。列名写成“工作表/行名/列名”，封面各项只写项目名称。"
            : $"工作簿中有 {found.Count} 格符合，如 {found[0]}、{found[1]}。请写得更完整。"));
        return null;
    }

    private static HashSet<string> Named(string part, IEnumerable<string> names)
    {
        var all = names.ToHashSet();
        return all.Contains(part) ? [part] : [.. all.Where(n => n.Contains(part, StringComparison.Ordinal))];
    }
}
