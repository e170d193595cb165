using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Tests.Bindings;

/// <summary>A small report about library loans: two rows in a group and a total, two columns and a total.</summary>
internal static class SampleReport
{
    public const string File = "loans.xlsx";

    public static FormLine Books { get; } = new() { Id = "r1", Name = "图书", Labels = ["一、借出", "1.图书"] };

    public static FormLine Films { get; } = new() { Id = "r2", Name = "影片", Labels = ["一、借出", "2.影片"] };

    public static FormLine Sum { get; } = new() { Id = "r3", Name = "合计", Labels = ["二、合计"], SumOf = ["r1", "r2"] };

    public static FormLine Adults { get; } = new() { Id = "a", Name = "成人", Labels = ["读者", "成人"] };

    public static FormLine Children { get; } = new() { Id = "c", Name = "儿童", Labels = ["读者", "儿童"] };

    public static FormLine Total { get; } = new() { Id = "T", Name = "总计", Labels = ["读者", "总计"], SumOf = ["a", "c"] };

    public static TableForm Form { get; } = new()
    {
        Id = "loans",
        Name = "表一",
        Title = "借阅情况",
        Widths = [2, 4, 1, 1, 1],
        Parts = [new TablePart { Corner = "项目", Columns = [Adults, Children, Total], Rows = [Books, Films, Sum] }],
        Groups = [new FormLine { Id = "lent", Name = "借出", Labels = ["一、借出"], SumOf = ["r1", "r2"] }],
    };

    public static Report Of(params string[] body) => Of([.. body.Select((text, i) => Block("body", text, i))]);

    public static Report Of(ImmutableArray<Block> blocks, decimal? books = 120) => new()
    {
        Kind = "toy",
        Edition = "1",
        Body = "市<b>图书馆",
        Year = 2025,
        Title = "市<b>图书馆2025年报告",
        Fields = [Field("body", "名称", "市<b>图书馆", 1), Field("year", "年份", "2025", 2), Field("mail", "邮箱", "", 3)],
        Sections =
        [
            new Section { Id = "text", Heading = "一、概况", Blocks = blocks },
            new Section { Id = "figures", Heading = "二、借阅", TableIds = ["loans"] },
        ],
        Tables = [Table(books, 80, 3, 4.5m)],
        Previous = [Table(100, 50, 3, 0)],
    };

    public static Block Block(string level, string text, int index = 0) =>
        new() { Level = level, Text = text, Location = At("一、概况", index + 2, 2) };

    private static Field Field(string id, string name, string text, int row) =>
        new() { Id = id, Name = name, Text = text, Location = At("封面", row, 2) };

    private static Table Table(decimal? booksAdults, decimal booksChildren, decimal filmsAdults, decimal filmsChildren) => new()
    {
        Form = Form,
        Cells =
        [
            .. Row(Books, 2, booksAdults, booksChildren),
            .. Row(Films, 3, filmsAdults, filmsChildren),
            .. Row(Sum, 4, booksAdults + filmsAdults, booksChildren + filmsChildren),
        ],
    };

    private static IEnumerable<Cell> Row(FormLine row, int at, decimal? adults, decimal? children) =>
        new[] { (Adults, adults), (Children, children), (Total, adults + children) }
            .Select((c, i) => new Cell { Row = row, Column = c.Item1, Number = c.Item2, Location = At("二、借阅", at, 3 + i) });

    private static CellLocation At(string sheet, int row, int column) =>
        new() { File = File, Sheet = sheet, Address = new CellAddress(row, column) };
}
