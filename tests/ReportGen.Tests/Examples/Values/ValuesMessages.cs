using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;
using static ReportGen.Diagnostics.Diagnostic;

namespace ReportGen.Tests.Examples.Values;

/// <summary>What can be wrong in a file of values, in words.</summary>
internal static class ValuesMessages
{
    public static Diagnostic UnknownEdition(YamlText named, IEnumerable<string> editions) =>
        Error("values.unknown-edition", named.Location,
        $"没有“{named.Value}”这一版格式。", $"There is no edition “{named.Value}”.", Spelling.Hint(named.Value, [.. editions]));

    public static Diagnostic NothingToFill(SourceLocation at, string sheet) => Error("values.nothing-to-fill", at,
        $"工作表“{sheet}”没有可填的内容。", $"There is nothing to fill in on the sheet “{sheet}”.");

    public static Diagnostic NotLines(SourceLocation at, string sheet) => Error("values.not-lines", at,
        $"“{sheet}”应当写成若干“项目: 内容”。", $"“{sheet}” must be lines of label and value.");

    public static Diagnostic NotBlocks(SourceLocation at, string sheet) => Error("values.not-blocks", at,
        $"“{sheet}”应当是一个列表，每一项写成“层级: 文字”。", $"“{sheet}” must be a list whose items are each one level with its text.");

    public static Diagnostic UnknownLevel(YamlText key, IEnumerable<string> levels) => Error("values.unknown-level", key.Location,
        $"没有“{key.Value}”这个层级。", $"There is no level “{key.Value}”.", Spelling.Hint(key.Value, [.. levels]));

    public static Diagnostic NotRows(SourceLocation at, string table) => Error("values.not-rows", at,
        $"“{table}”应当写成若干“行名: 数字”。", $"“{table}” must be rows with their figures.");

    public static Diagnostic WrongCount(SourceLocation at, string row, int count, int inputs, int all) =>
        Error("values.wrong-count", at,
        $"“{row}”有 {count} 个数字，应为 {Counts(inputs, all, "或")} 个。",
        $"“{row}” has {count} figures; {Counts(inputs, all, " or ")} are wanted.",
        all == inputs ? null : new($"不写总计时 {inputs} 个，写总计时 {all} 个。", $"{inputs} without totals, {all} with them."));

    public static Diagnostic NoNumber(SourceLocation at, string row, string column) => Error("values.no-number", at,
        $"“{row}”的“{column}”应当是数字。", $"“{column}” of “{row}” must be a number.");

    public static Diagnostic NoSuchCell(YamlText key) => Error("values.no-such-cell", key.Location,
        $"“{key.Value}”不是“工作表!单元格”形式的地址，或者没有这个工作表。",
        $"“{key.Value}” is no address of the form sheet!cell, or there is no such sheet.");

    private static string Counts(int inputs, int all, string or) => inputs == all ? $"{inputs}" : $"{inputs}{or}{all}";
}
