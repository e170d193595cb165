using System.Collections.Immutable;
using System.Globalization;
using ReportGen.Bindings;
using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Tests.Workbooks;

namespace ReportGen.Tests.Rules;

/// <summary>
/// Reports made of a few words: a correct report of a department, or of a government, to which a text is added. Settings such
/// as <c>t3.r1.P=12 category=人民政府 previous.t3.r1.P=10 today=2026-02-01</c> set what differs; all other figures are 0.
/// </summary>
internal static class TextReports
{
    private const string Preamble = "根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制，数据汇总各部门。统计期限自2025年1月1日至2025年12月31日。如有疑问请联系（电话：010-12345）。";
    private static readonly string[] s_headings = ["（一）主动公开", "（二）依申请公开", "（三）政府信息管理", "（四）政府信息公开平台建设", "（五）监督保障"];
    private static readonly Dictionary<string, (string Section, string Level)> s_marks = new()
    {
        ["引言"] = ("overview", "preamble"), ["标题"] = ("overview", "heading"), ["五"] = ("problems", "body"),
        ["六"] = ("other", "body"),
    };

    public static KindDefinition Kind(string edition = "2021") => Rules(edition).Kind;

    /// <summary>The edition with only its rules over text.</summary>
    public static KindRules Rules(string edition = "2021") => s_rules[edition];

    private static readonly Dictionary<string, KindRules> s_rules =
        Forms.Editions.ToDictionary(e => e.Edition, e => Forms.Rules(e.Edition) with
    {
        Rules = [.. Forms.Rules(e.Edition).Rules.Where(r => Path.GetFileName(r.Header.Location.File) != TableReports.RuleFile)],
    });

    /// <summary>The findings of the rules over text.</summary>
    public static ImmutableArray<Diagnostic> Check(string settings, string text, CheckProfile profile = CheckProfile.Default)
    {
        var all = Pairs(settings);
        var report = Of(settings, text);
        var bound = ProseBinder.Bind(report);
        Assert.That(bound.Diagnostics, Is.Empty);
        var today = all.TryGetValue("today", out var day) ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : (DateOnly?)null;
        return ReportChecker.Check(report, Rules(report.Edition),
            new CheckOptions { Profile = profile, Bound = bound.Value, Today = today });
    }

    /// <summary>The report without checking it.</summary>
    public static Report Of(string settings, string text)
    {
        var all = Pairs(settings);
        var kind = Kind(all.GetValueOrDefault("edition", "2021"));
        var year = int.Parse(all.GetValueOrDefault("year", "2025"), CultureInfo.InvariantCulture);
        var agency = all.GetValueOrDefault("agency", "某某区商务局");
        var title = all.GetValueOrDefault("title", "");
        return new Report
        {
            Kind = kind.Id,
            Edition = kind.Edition,
            Body = agency,
            Year = year,
            Title = title.Length > 0 ? title : $"{agency}{year}年政府信息公开工作年度报告",
            Fields =
                [.. kind.Fields.Select((f, i) =>
                    new Field { Id = f.Id, Name = f.Name, Text = Value(f, all, agency, year), Location = At("封面", i + 1) })],
            Sections = [.. kind.Sections.Select(s => Section(kind, s, Lines(text, all.ContainsKey("bare"))))],
            Tables = Tables(kind, all, ""),
            Previous = all.Keys.Any(k => k.StartsWith("previous.", StringComparison.Ordinal))
                ? Tables(kind, all, "previous.")
                : [],
        };
    }

    private static Dictionary<string, string> Pairs(string settings) => settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);

    private static string Value(FieldDefinition field, Dictionary<string, string> all, string agency, int year) =>
        all.GetValueOrDefault(field.Id, field.Id switch
    {
        "agency" => agency,
        "year" => year.ToString(CultureInfo.InvariantCulture),
        "category" => "政府部门",
        "published" => $"{year + 1}-01-20",
        _ => "",
    });

    /// <summary>
    /// The blocks of a correct report, with those of a text inserted; blocks without a place go to the end of the overview.
    /// </summary>
    private static List<(string Section, string Level, string Text)> Lines(string text, bool isBare)
    {
        var own = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Line).ToArray();
        var lines = new List<(string Section, string Level, string Text)>
            { ("overview", "preamble", isBare ? Preamble.Replace("，数据汇总各部门", "", StringComparison.Ordinal) : Preamble) };
        lines.AddRange(s_headings.Select(h => ("overview", "heading", h)));
        if (!isBare) lines.Add(("overview", "body", "完成考核，组织社会评议，没有发生责任追究的情况。"));
        lines.Add(("problems", "body", "政府信息公开还不够及时。下一步，明确各科室时限，定期检查。"));
        lines.Add(("other", "body", "本年度未收取信息处理费。"));
        lines.RemoveAll(l => own.Any(o => o.IsPlaced && o.Section == l.Section && o.Level == l.Level));
        lines.InsertRange(0, own.Where(o => o.IsPlaced).Select(o => (o.Section, o.Level, o.Text)));
        lines.AddRange(own.Where(o => !o.IsPlaced).Select(o => (o.Section, o.Level, o.Text)));
        return lines;
    }

    private static (string Section, string Level, string Text, bool IsPlaced) Line(string line)
    {
        if (line.Split("> ", 2) is [var mark, var rest] && s_marks.TryGetValue(mark, out var place))
            return (place.Section, place.Level, rest, true);
        if (line.Split('*') is not [var once, var times]) return ("overview", "body", line, false);
        return ("overview", "body", string.Concat(Enumerable.Repeat(once, int.Parse(times, CultureInfo.InvariantCulture))),
            false);
    }

    private static Section Section(
        KindDefinition kind, SectionDefinition section, List<(string Section, string Level, string Text)> lines)
    {
        var sheet = kind.Sheets.First(s => s.Id == section.SheetId);
        return new Section
        {
            Id = section.Id,
            Heading = section.Heading,
            TableIds = sheet is TableSheet tables ? tables.TableIds : [],
            Blocks = [.. lines.Where(l => l.Section == section.Id)
                .Select((l, i) => new Block { Level = l.Level, Text = l.Text, Location = At(sheet.Name, i + 2) })],
            Location = new SheetLocation { File = "某局.xlsx", Sheet = sheet.Name },
        };
    }

    private static CellLocation At(string sheet, int row) =>
        new() { File = "某局.xlsx", Sheet = sheet, Address = new CellAddress(row, 2) };

    private static ImmutableArray<Table> Tables(KindDefinition kind, Dictionary<string, string> all, string prefix) =>
        [.. kind.Tables.Select(t => new Table
    {
        Form = t.Form,
        Cells = [.. from part in t.Form.Parts
                    from row in part.Rows
                    from column in part.Columns
                    select new Cell { Row = row, Column = column, Location = At(t.Form.Name, part.Rows.IndexOf(row) + 1),
                        Number = Number(part, row, column, (r, c) => all.GetValueOrDefault($"{prefix}{t.Form.Id}.{r}.{c}")) }],
    })];

    private static decimal Number(TablePart part, FormLine row, FormLine column, Func<string, string, string?> typed)
    {
        if (row.IsTotal) return part.Rows.Where(r => row.SumOf.Contains(r.Id)).Sum(r => Number(part, r, column, typed));
        if (column.IsTotal) return part.Columns.Where(c => column.SumOf.Contains(c.Id)).Sum(c => Number(part, row, c, typed));
        return decimal.Parse(typed(row.Id, column.Id) ?? "0", CultureInfo.InvariantCulture);
    }
}
