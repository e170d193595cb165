using System.Collections.Immutable;
using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Totals;

namespace ReportGen.Tests.Totals;

/// <summary>Reports with one table of two rows and two columns with their total.</summary>
internal static class SmallReports
{
    private static readonly TableForm s_form = new()
    {
        Id = "t", Name = "表", Title = "表", Widths = [1, 1, 1, 1],
        Parts =
        [
            new TablePart
            {
                Columns = [Line("A"), Line("B"), Line("T") with { SumOf = ["A", "B"] }],
                Rows = [Line("r1"), Line("r2")],
            },
        ],
    };

    public static readonly KindDefinition Kind = new()
    {
        Id = "k", Edition = "e", Title = LocalizedText.Same("报告"), Folder = "", BodyField = "agency", YearField = "year",
        TitlePattern = "{agency}{year}年报告", Sections = [], Tables = [new TableDefinition { Form = s_form }],
        Templates = ImmutableDictionary<string, string>.Empty,
        CarryOver = [new CarryOver("t", "r2", "r1")],
        Totals = new TotalRules("X-01", "X-02", "X-03", "X-04"),
        Sheets =
        [
            new CoverSheet
            {
                Id = "cover", Name = "封面",
                Fields =
                [
                    new FieldDefinition { Id = "agency", Name = "机关" }, new FieldDefinition { Id = "year", Name = "年度" },
                    new FieldDefinition { Id = "office", Name = "部门", IsKept = true },
                    new FieldDefinition { Id = "category", Name = "类别", Total = "政府" },
                ],
            },
        ],
    };

    public static TotalOptions Options() => new() { Body = "某区", Year = 2025, Edition = Kind };

    public static Submission Submitted(Report report) => new(report.Source!.File, report, []);

    public static Outcome<DistrictTotal> Add(params Report[] bodies) =>
        DistrictAdder.Add(Options(), null, bodies.Select(Submitted));

    /// <summary>A report of the figures r1·A, r1·B, r2·A, r2·B.</summary>
    public static Report Of(string body, params decimal?[] numbers)
    {
        var rows = s_form.Rows.ToArray();
        var columns = s_form.Parts[0].Columns;
        var file = $"{body}.xlsx";
        Cell At(int r, int c) => new()
        {
            Row = rows[r], Column = columns[c],
            Number = c < 2 ? numbers[(r * 2) + c] : numbers[r * 2] + numbers[(r * 2) + 1],
            Location = new CellLocation { File = file, Sheet = "表", Address = new CellAddress(r + 1, c + 1) },
        };
        return new Report
        {
            Kind = "k", Edition = "e", Body = body, Year = 2025, Title = $"{body}2025年报告",
            Source = new WorkbookIdentity(file, ""),
            Fields =
            [
                new Field { Id = "agency", Name = "机关", Text = body }, new Field { Id = "office", Name = "部门", Text = "办公室" },
                new Field { Id = "category", Name = "类别", Text = "部门" },
            ],
            Sections = [new Section { Id = "s", Heading = "一", Blocks = [new Block { Level = "body", Text = "文" }] }],
            Tables = [new Table { Form = s_form, Cells = [At(0, 0), At(0, 1), At(0, 2), At(1, 0), At(1, 1), At(1, 2)] }],
        };
    }

    private static FormLine Line(string id) => new() { Id = id, Name = id, Labels = [id] };
}
