using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>
/// Every figure of a table has its number format: sign and number of decimals. Missing figures and text in place of numbers are
/// found
/// by the reader (<see cref="ReaderFindingRule"/>); totals are computed.
/// </summary>
internal sealed class FigureRule(RuleEntry entry) : Rule(entry, "table", "row", "column", "value", "demand")
{
    private readonly string _table = entry.Needed(entry.Table());

    internal override void Run(CheckContext context)
    {
        if (context.Table(_table, previous: false) is not { } table) return;
        foreach (var cell in table.Cells)
        {
            var format = table.Form.NumberAt(cell.Row, cell.Column);
            if (cell.IsTotal || cell.Number is not { } number || format.Allows(number)) continue;
            var values = new MessageValues().With("table", table.Form.Name).With("row", SumEvaluator.Label(cell.Row))
                .With("column", SumEvaluator.Label(cell.Column)).With("value", number).With("demand", Demand(format));
            context.Add(Header, new RuleFinding(cell.Location, values));
        }
    }

    private static LocalizedText Demand(NumberFormat format) => (format.MaxDecimals, format.AllowNegative) switch
    {
        (0, false) => new("不小于 0 的整数", "a whole number, 0 or more"),
        (0, true) => new("整数", "a whole number"),
        (var decimals, false) => new($"不小于 0、至多 {decimals} 位小数的数", $"a number, 0 or more, with at most {decimals} decimals"),
        (var decimals, true) => new($"至多 {decimals} 位小数的数", $"a number with at most {decimals} decimals"),
    };
}
