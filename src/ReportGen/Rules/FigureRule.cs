using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Checks;

/// <summary>Every figure is what its form allows. Cells without a figure are the reader's to report, totals are computed.</summary>
internal static class FigureRule
{
    public static void Run(FigureCheck check, CheckContext context)
    {
        if (context.Table(check.Table, previous: false) is not { } table) return;
        foreach (var cell in table.Cells)
        {
            var form = table.Form.NumberAt(cell.Row, cell.Column);
            if (cell.IsTotal || cell.Number is not { } number || form.Allows(number)) continue;
            var values = new Values().With("table", table.Form.Name).With("row", Arithmetic.Label(cell.Row))
                .With("column", Arithmetic.Label(cell.Column)).With("value", number).With("demand", Demand(form));
            context.Add(check.Header, new Finding(cell.Location, values));
        }
    }

    private static LocalizedText Demand(NumberForm form) => (form.MaxDecimals, form.AllowNegative) switch
    {
        (0, false) => new("不小于 0 的整数", "a whole number, 0 or more"),
        (0, true) => new("整数", "a whole number"),
        (var decimals, false) => new($"不小于 0、至多 {decimals} 位小数的数", $"a number, 0 or more, with at most {decimals} decimals"),
        (var decimals, true) => new($"至多 {decimals} 位小数的数", $"a number with at most {decimals} decimals"),
    };
}
