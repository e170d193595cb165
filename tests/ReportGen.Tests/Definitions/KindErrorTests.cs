using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Rules;

namespace ReportGen.Tests.Definitions;

/// <summary>Every error in a definition is a finding with line and column, in both languages.</summary>
public sealed class KindErrorTests
{
    private const string Sound = """
        title: Loans
        years: { from: 2020, to: 2030 }
        body-field: library
        year-field: year
        title-field: headline
        title-pattern: "{library} {year}"
        templates: { html: page.sbn-html }
        prose:
          level-column: Style
          text-column: Words
          levels:
            - { id: body, name: Body }
            - { id: point, name: Point }
        sheets:
          - id: front
            name: Front
            type: cover
            fields:
              - { id: library, name: Library, required: true }
              - { id: year, name: Year, type: year }
              - { id: size, name: Size, type: choice, choices: [small, large], default: small }
              - { id: headline, name: Headline, synonyms: [Heading] }
          - id: story
            name: Story
            type: prose
            levels: [body]
            skeleton:
              - body: "Lent {{ Loans.Books.Total }} in {{ cover.Library }}."
          - { id: figures, name: Figures, type: tables, tables: [loans] }
          - { id: last, name: Last, type: tables, tables: [loans], previous: true, required: false }
        sections:
          - { id: words, heading: Words, sheet: story }
          - { id: numbers, heading: Numbers, sheet: figures }
        tables:
          - id: loans
            name: Loans
            title: Items lent
            widths: [2, 3, 3, 3]
            number: { decimals: 1 }
            columns:
              - { id: adults, name: Adults }
              - { id: children, name: Children }
              - { id: total, name: Total, sum: adults..children }
            rows:
              - { id: books, name: Books }
              - { id: discs, name: Discs, label: Discs of all kinds }
              - { id: all, name: All, sum: [books, discs] }
            synonyms:
              Books: [Volumes]
        carry-over:
          - { table: loans, from: discs, to: books }
        blanks-as-zero: { field: size, values: [small], tables: [loans] }
        """;

    private string _root = "";

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("reportgen-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_root, true);

    [Test]
    public void The_unmodified_definition_has_no_errors()
    {
        var outcome = Load(Sound);

        Assert.That(outcome.Diagnostics, Is.Empty);
        Assert.That(outcome.Value!.Kinds, Is.EqualTo(new[] { "loans" }));
    }

    // Keys and types
    [TestCase("sections:\n", "sektions:\n", "31,1", "此处没有名为“sektions”的键。", "There is no key “sektions” here.")]
    [TestCase("body-field: library\n", "", "1,1", "缺少必需的键“body-field”。", "The key “body-field” is missing.")]
    [TestCase("name: Size, type", "nmae: Size, type", "21,9", "缺少必需的键“name”。", "The key “name” is missing.")]
    [TestCase("decimals: 1", "decimals: many", "39,25", "“decimals”应当是整数，这里是“many”。",
        "“decimals” must be a whole number, not “many”.")]
    [TestCase("previous: true", "previous: yes", "30,70", "“previous”只能是 true 或 false，这里是“yes”。",
        "“previous” must be true or false, not “yes”.")]
    [TestCase("type: prose", "type: prosa", "25,11", "“type”没有“prosa”这个选项。", "“type” cannot be “prosa”.")]
    [TestCase("title: Items lent", "title: [Items]", "37,12", "“title”处应当是一项文字或数字。", "“title” must be a single text or number.")]
    [TestCase("years: { from: 2020, to: 2030 }", "years: 2020", "2,8", "“years”处应当是若干“键: 值”。",
        "“years” must be keys with values.")]
    // Years
    [TestCase("from: 2020, to: 2030", "from: 2031, to: 2030", "2,8", "起始年份 2031 晚于截止年份 2030。",
        "The first year, 2031, is later than the last, 2030.")]
    [TestCase("from: 2020, to", "from: 20, to", "2,16", "“from”应当是整数，这里是“20”。", "“from” must be a whole number, not “20”.")]
    // Ids and names
    [TestCase("id: discs,", "id: books,", "46,15", "行或列“books”重复。", "The row or column “books” is used twice.")]
    [TestCase("id: discs,", "id: 第二,", "46,15", "“第二”不能作标识。", "“第二” cannot be an id.")]
    [TestCase("name: Discs,", "name: Books,", "46,28", "名称“Books”重复。", "The name “Books” is used twice.")]
    [TestCase("name: Discs,", "name: C/D,", "46,28", "“C/D”不能作名称，因为正文无法引用它。",
        "“C/D” cannot be a name: prose could not refer to it.")]
    [TestCase("name: Discs,", "name: books,", "46,28", "“books”既是一行（列）的标识，又是另一行（列）的名称。",
        "“books” is the id of one line and the name of another.")]
    [TestCase("id: last, name: Last", "id: story, name: Last", "30,11", "工作表“story”重复。", "The sheet “story” is used twice.")]
    [TestCase("id: last, name: Last", "id: last, name: Story", "30,23", "工作表名“Story”重复。",
        "The sheet name “Story” is used twice.")]
    [TestCase("synonyms: [Heading]", "synonyms: [Year]", "22,52", "名称“Year”重复。", "The name “Year” is used twice.")]
    [TestCase("id: numbers", "id: words", "33,11", "章节“words”重复。", "The section “words” is used twice.")]
    [TestCase("id: point,", "id: body,", "13,13", "层级“body”重复。", "The level “body” is used twice.")]
    // References
    [TestCase("body-field: library", "body-field: libary", "3,13", "没有名为“libary”的封面项目。", "There is no field “libary”.")]
    [TestCase("body-field: library", "body-field: headline", "3,13", "说明报告主体的项目必须是必填项。",
        "The field that names the body must be required.")]
    [TestCase("year-field: year", "date-field: size", "4,13", "日期项目的类型应当是 date。", "The date field must be of type date.")]
    [TestCase("year-field: year", "year-field: size", "4,13", "年度项目的类型应当是 year。", "The year field must be of type year.")]
    [TestCase("{library} {year}", "{library} {yaer}", "6,28", "没有名为“yaer”的封面项目。", "There is no field “yaer”.")]
    [TestCase("type: tables, tables: [loans] }", "type: tables, tables: [loans, lones] }", "29,65", "没有名为“lones”的表格。",
        "There is no table “lones”.")]
    [TestCase("sheet: story", "sheet: stroy", "32,41", "没有名为“stroy”的工作表。", "There is no sheet “stroy”.")]
    [TestCase("sheet: story", "sheet: last", "32,41", "工作表“last”没有可作章节的内容。", "The sheet “last” has no content for a section.")]
    [TestCase("levels: [body]", "levels: [bdy]", "26,14", "没有名为“bdy”的层级。", "There is no level “bdy”.")]
    [TestCase("Loans.Books.Total", "Loans.Boks.Total", "28,30", "没有名为“Boks”的名称。", "There is no name “Boks”.")]
    [TestCase("cover.Library", "cover.Place", "28,57", "没有名为“Place”的名称。", "There is no name “Place”.")]
    [TestCase("from: discs, to: books", "from: disks, to: books", "51,27", "没有名为“disks”的行或列。",
        "There is no row or column “disks”.")]
    [TestCase("table: loans, from", "table: loan, from", "51,14", "没有名为“loan”的表格。", "There is no table “loan”.")]
    [TestCase("page.sbn-html", "side.sbn-html", "7,20", "找不到模板文件“side.sbn-html”。", "There is no template file “side.sbn-html”.")]
    [TestCase("page.sbn-html", "../../../etc/passwd", "7,20", "“../../../etc/passwd”不在模板文件夹之内。",
        "“../../../etc/passwd” is outside the templates folder.")]
    // Blanks
    [TestCase("field: size,", "field: sise,", "52,26", "没有名为“sise”的封面项目。", "There is no field “sise”.")]
    [TestCase("field: size,", "field: library,", "52,26", "声明空格按 0 计的项目，类型应当是 choice。",
        "The field that declares blanks to be 0 must be of type choice.")]
    [TestCase("values: [small]", "values: [tiny]", "52,41", "没有名为“tiny”的选项。", "There is no choice “tiny”.")]
    [TestCase("values: [small]", "values: []", "52,40", "“values”至少要有一项。", "“values” needs at least one entry.")]
    [TestCase("values: [small], tables: [loans]", "values: [small], tables: [lone]", "52,58", "没有名为“lone”的表格。",
        "There is no table “lone”.")]
    [TestCase("values: [small], tables: [loans]", "values: [small]", "52,17", "缺少必需的键“tables”。",
        "The key “tables” is missing.")]
    // Choices
    [TestCase("default: small", "default: tiny", "21,81", "没有名为“tiny”的选项。", "There is no choice “tiny”.")]
    [TestCase("type: choice, choices: [small, large], default: small", "type: choice", "21,9", "缺少必需的键“choices”。",
        "The key “choices” is missing.")]
    [TestCase("type: choice, choices: [small, large], default: small", "choices: [small]", "21,42", "只有 type: choice 的项目才有选项。",
        "Only a field of type: choice has choices.")]
    // Tables
    [TestCase("sum: [books, discs]", "sum: [books, disc]", "47,44", "没有名为“disc”的行或列。", "There is no row or column “disc”.")]
    [TestCase("sum: [books, discs]", "sum: [books, all]", "47,36", "合计“all”直接或间接地包含了自己。",
        "The sum “all” contains itself, directly or through other sums.")]
    [TestCase("sum: [books, discs]", "sum: [books, books..discs]", "47,36", "合计“all”把同一项加了两次。",
        "The sum “all” adds one line twice.")]
    [TestCase("adults..children", "children..adults", "43,40", "“children..adults”的终点在起点之前。",
        "“children..adults” ends before it starts.")]
    [TestCase("label: Discs of all kinds", "label: Books", "46,9", "表头文字“Books”与“books”的相同，读取时无法区分。",
        "The label “Books” is also that of “books”; the two could not be distinguished.")]
    [TestCase("widths: [2, 3, 3, 3]", "widths: [2, 3, 3]", "38,13", "列宽有 3 个，而表格印出来有 4 列（含行标题列，最多 64 列）。",
        "There are 3 widths, but the printed table has 4 columns (including row labels; at most 64).")]
    [TestCase("widths: [2, 3, 3, 3]", "widths: [2, 3, 3, 0]", "38,23", "列宽应当是 1 至 100000 的整数，这里是“0”。",
        "A width must be a whole number from 1 to 100000, not “0”.")]
    [TestCase("Books: [Volumes]", "Tomes: [Volumes]", "49,7", "没有名为“Tomes”的表头文字。", "There is no label “Tomes”.")]
    [TestCase("Books: [Volumes]", "Books: [Adults]", "49,15", "“Adults”本身就是本表的表头文字，不能再作别的写法。",
        "“Adults” is itself a label of this table and cannot be a synonym of another.")]
    public void An_error_is_found_at_its_location(string right, string wrong, string place, string chinese, string english)
    {
        var outcome = Load(Spoil(right, wrong));

        Assert.That(outcome.Value!.All, Is.Empty);
        var found = outcome.Diagnostics.Select(d => $"({PlaceOf(d)}) {d.Message.Chinese} / {d.Message.English}").ToArray();
        Assert.That(found, Has.Member($"({place}) {chinese} / {english}"), string.Join('\n', found));
    }

    [Test]
    public void All_errors_are_found_in_one_pass_and_in_order()
    {
        var text = Spoil("year-field: year", "year-field: yaer");
        text = text.Replace("tables: [loans] }", "tables: [laons] }", StringComparison.Ordinal)
            .Replace("sum: [books, discs]", "sum: [books, dscs]", StringComparison.Ordinal);

        Assert.That(Load(text).Diagnostics.Select(d => (PlaceOf(d), d.Remedy!.English)), Is.EqualTo(new[]
        {
            ("4,13", "Did you mean “year”?"), ("29,58", "Did you mean “loans”?"), ("47,44", "Did you mean “discs”?"),
            ("52,58", "Did you mean “loans”?"),
        }));
    }

    [Test]
    public void A_prose_sheet_requires_levels()
    {
        var text = Sound[..Sound.IndexOf("prose:", StringComparison.Ordinal)]
            + Sound[Sound.IndexOf("sheets:", StringComparison.Ordinal)..];

        Assert.That(Load(text).Diagnostics.Select(d => d.Id), Has.Member("kind.no-prose-form"));
    }

    [TestCase("tables: [loans], columns: { table: T, row: R, column: C, sum: S, difference: D }", null)]
    [TestCase("tables: [lones], columns: { table: T, row: R, column: C, sum: S, difference: D }", "Did you mean “loans”?")]
    [TestCase("tables: [loans], columns: { table: T, row: R, column: C, sum: S }", "The key “difference” is missing.")]
    [TestCase("tables: [loans], columns: { table: T, row: T, column: C, sum: S, difference: D }", "“T”")]
    [TestCase("tables: [loans]", "The key “columns” is missing.")]
    [TestCase("columns: { table: T, row: R, column: C, sum: S, difference: D }", "The key “tables” is missing.")]
    public void A_bodies_sheet_requires_tables_and_headings(string keys, string? expected)
    {
        var findings = Load(Spoil("sections:", $"  - {{ id: parts, name: Parts, type: bodies, {keys} }}\nsections:")).Diagnostics;
        var texts = findings.Select(d => $"{d.Message.English} {d.Remedy?.English}");
        Assert.That(texts, expected is null ? Is.Empty : Has.Some.Contains(expected));
    }

    [Test]
    public void The_initial_value_of_a_total_is_one_of_the_choices()
    {
        var findings = Load(Spoil("default: small }", "default: small, total: big, offered: false }")).Diagnostics;
        Assert.That(findings.Select(d => d.Message.English), Has.Exactly(1).Contains("big"));
    }

    [Test]
    public void Editions_must_not_share_a_year()
    {
        Write("loans/2", Spoil("from: 2020, to: 2030", "from: 2030"));

        Assert.That(Load(Sound).Diagnostics.Select(d => d.Message), Is.EqualTo(new[]
        {
            new LocalizedText("版本“2”与“1”的适用年份重叠。", "The years of edition “2” overlap those of “1”."),
        }));
    }

    [Test]
    public void A_folder_without_an_edition_is_reported()
    {
        Directory.CreateDirectory(Path.Combine(_root, "leaflets", "drafts"));
        Directory.CreateDirectory(Path.Combine(_root, "_shared"));

        Assert.That(Load(Sound).Diagnostics.Select(d => (d.Id, d.Location?.FileName)),
            Is.EqualTo(new[] { ("kind.no-edition", "leaflets") }));
    }

    [Test]
    public void A_missing_templates_folder_gives_no_catalogue()
    {
        var outcome = RuleCatalog.LoadKinds(Path.Combine(_root, "none"));

        Assert.That(outcome.Value, Is.Null);
        Assert.That(outcome.Diagnostics.Select(d => d.Id), Is.EqualTo(new[] { "kind.no-templates-folder" }));
    }

    [TestCase("lones", null, "There is no kind of report “lones”.", "Did you mean “loans”?")]
    [TestCase("loans", 2019, "“loans” has no edition for 2019.", "Available editions: 1.")]
    public void An_unknown_kind_or_year_is_a_finding(string kind, int? year, string english, string remedy)
    {
        var chosen = Load(Sound).Value!.Choose(kind, year);

        Assert.That(chosen.Value, Is.Null);
        Assert.That((chosen.Diagnostics[0].Message.English, chosen.Diagnostics[0].Remedy!.English),
            Is.EqualTo((english, remedy)));
    }

    private static string Spoil(string right, string wrong)
    {
        Assert.That(Sound, Does.Contain(right));
        return Sound.Replace(right, wrong, StringComparison.Ordinal);
    }

    private static string PlaceOf(Diagnostic finding) =>
        finding.Location is TextLocation at ? $"{at.Line},{at.Column}" : $"{finding.Location}";

    private Outcome<KindCatalog> Load(string text)
    {
        Write("loans/1", text);
        return RuleCatalog.LoadKinds(_root);
    }

    private void Write(string folder, string text)
    {
        var full = Directory.CreateDirectory(Path.Combine(_root, folder)).FullName;
        File.WriteAllText(Path.Combine(full, "kind.yaml"), text);
        File.WriteAllText(Path.Combine(full, "page.sbn-html"), "");
    }
}
