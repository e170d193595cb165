using ReportGen.Model;
using ReportGen.Templating.Errors;
using ReportGen.Templating.Sources;
using Scriban.Parsing;

namespace ReportGen.Bindings;

/// <summary>The messages about expressions in prose.</summary>
internal static class ProseMessages
{
    /// <summary>The id of the finding that an expression has no value.</summary>
    public const string NoFigureId = "prose.no-figure";

    private const int MaxQuotation = 60, MaxNames = 12;

    private static readonly LocalizedText s_howToRefer = new(
        "请按“{{ 表名.行名.列名 }}”的写法引用，如 {{ 表三.本年新收.总计 }}；不引用时删去“{{”。",
        "Refer to a figure as {{ table.row.column }}; if no reference is meant, delete the “{{”.");

    /// <summary>A message of the template language: a syntax error, an unknown name, a limit.</summary>
    public static Diagnostic Wrong(Block block, SourceSpan span, TemplateMessage reason) => Make(
        "prose.expression", block, SpanOf(span),
        $"引用写得不对：{reason.Chinese}", $"The reference is invalid: {reason.English}",
        new(reason.ChineseHint ?? s_howToRefer.Chinese, reason.EnglishHint ?? s_howToRefer.English));

    /// <summary>An expression exceeds a limit of the text.</summary>
    public static Diagnostic TooLong(Block block, TextSpan excess) => Make("prose.expression", block, excess,
        "引用没有写完，或者过长：请检查“{{”和“}}”是否成对，引用里不能有太多文字、数字或花括号。",
        "The reference is not closed by “}}”, is too long, or has too many digits or braces in a row.", s_howToRefer);

    /// <summary>A statement instead of an expression.</summary>
    public static Diagnostic NotAnExpression(Block block, SourceSpan span) => Make("prose.statement", block, SpanOf(span),
        "正文中只能引用数字，不能写程序语句。", "Prose may only refer to figures; statements are not allowed.",
        new("请改为“{{ 表名.行名.列名 }}”的写法，或者删去。", "Write {{ table.row.column }}, or delete it."));

    /// <summary>A table or row instead of a figure.</summary>
    public static Diagnostic NotAFigure(Block block, SourceSpan span, IEnumerable<string> members)
    {
        var names = string.Join("、", members.Where(m => !m.All(char.IsAscii)).Take(MaxNames));
        return Make("prose.not-a-figure", block, SpanOf(span),
            "引用的是一张表或一行，不是一个数字。", "The reference names a table or a row, not one figure.",
            names.Length == 0 ? new("请写到具体的行和列。", "Name the row and the column too.")
                : new($"请在后面加“.”和名称，可用：{names}。", $"Add “.” and one of: {names}."));
    }

    /// <summary>A figure that the workbook does not have.</summary>
    public static Diagnostic NoFigure(Block block, SourceSpan span, ISourcedValue missing, Report report)
    {
        var place = ValueSources.CellsOf(missing.Source).FirstOrDefault();
        return Make(NoFigureId, block, SpanOf(span),
            place is null ? "引用的数字在表中没有。" : $"引用的单元格 {place.Place} 中没有可用的数字。",
            place is null ? "The table does not have this figure." : $"The cell {place.Place} has no usable figure.",
            new("请先在表中填好这个数字，没有的填 0。", "Fill in the figure in its table first; 0 for none.")) with
        { Related = place is null ? [] : [place], Form = FigurePlaces.Of(missing.Source, report) };
    }

    /// <summary>An expression without a value.</summary>
    public static Diagnostic Nothing(Block block, SourceSpan span) => Make(NoFigureId, block, SpanOf(span),
        "引用的内容为空，此处会是空白。", "The reference has no value, so a blank would be printed.",
        new("请检查引用的名称，或者直接填写。", "Check the name, or enter the figure itself."));

    private static TextSpan SpanOf(SourceSpan span) => new(span.Start.Offset, span.Length);

    private static Diagnostic Make(string id, Block block, TextSpan span, string chinese, string english, LocalizedText remedy)
    {
        var at = Math.Clamp(span.Start, 0, block.Text.Length);
        var mark = new TextSpan(at, Math.Clamp(span.Length, 0, block.Text.Length - at));
        var location = block.Location is { } cell ? cell with { Span = mark } : null;
        return Diagnostic.Error(id, location, chinese, english, remedy) with
        {
            Quotation = Quote(block.Text, mark),
            LosesContent = true,
        };
    }

    private static Quotation Quote(string text, TextSpan mark)
    {
        var start = Math.Max(0, mark.Start - (MaxQuotation / 3));
        var end = Math.Min(text.Length, start + MaxQuotation);
        var length = Math.Max(0, Math.Min(mark.End, end) - mark.Start);
        return new Quotation(text[start..end].Replace('\n', ' ').Replace('\r', ' '), new TextSpan(mark.Start - start, length));
    }
}
