using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Checks;

/// <summary>Every figure is there and is what its form allows.</summary>
internal static class FigureRule
{
    public static void Run(FigureCheck check, CheckContext context)
    {
        if (context.Table(check.Table, previous: false) is not { } table) return;
        var missing = RowsRule.Missing(table);
        foreach (var cell in table.Cells)
        {
            if (cell.Number is null && (cell.IsTotal || missing.Contains(cell.Row.Id))) continue;
            if (Demand(table.Form.NumberAt(cell.Row, cell.Column), cell.Number) is not { } demand) continue;
            var values = new Values().With("table", table.Form.Name).With("row", Arithmetic.Label(cell.Row))
                .With("column", Arithmetic.Label(cell.Column)).With("demand", demand)
                .With("value", cell.Number is { } number ? LocalizedText.Same(Arithmetic.Write(number)) : new("空", "nothing"));
            context.Add(check.Header, new Finding(cell.Location, values));
        }
    }

    private static LocalizedText? Demand(NumberForm form, decimal? number)
    {
        var isRight = number is { } value && (form.AllowNegative || value >= 0) && decimal.Round(value, form.MaxDecimals) == value;
        if (isRight) return null;
        return (form.MaxDecimals, form.AllowNegative) switch
        {
            (0, false) => new("不小于 0 的整数", "a whole number, 0 or more"),
            (0, true) => new("整数", "a whole number"),
            (var decimals, false) => new($"不小于 0、至多 {decimals} 位小数的数", $"a number, 0 or more, with at most {decimals} decimals"),
            (var decimals, true) => new($"至多 {decimals} 位小数的数", $"a number with at most {decimals} decimals"),
        };
    }
}
