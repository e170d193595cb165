using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions;

/// <summary>The messages about definitions of kinds.</summary>
internal static class DefinitionMessages
{
    public static readonly LocalizedText Line = new("行或列", "row or column");
    public static readonly LocalizedText Name = new("名称", "name");
    public static readonly LocalizedText Label = new("表头文字", "label");
    public static readonly LocalizedText Sheet = new("工作表", "sheet");
    public static readonly LocalizedText SheetName = new("工作表名", "sheet name");
    public static readonly LocalizedText Field = new("封面项目", "field");
    public static readonly LocalizedText Table = new("表格", "table");
    public static readonly LocalizedText Section = new("章节", "section");
    public static readonly LocalizedText Heading = new("章节标题", "heading");
    public static readonly LocalizedText Level = new("层级", "level");
    public static readonly LocalizedText ChoiceValue = new("选项", "choice");

    public static Diagnostic MalformedId(YamlText id) => Error("kind.malformed-id", id.Location,
        $"“{id.Value}”不能作标识。", $"“{id.Value}” cannot be an id.",
        "标识以英文字母开头，只含英文字母、数字和下划线，最多 40 个字符。",
        "An id starts with an ASCII letter and has only ASCII letters, digits and underscores, at most 40.");

    public static Diagnostic MalformedName(TextLocation at, string name) => Error("kind.malformed-name", at,
        $"“{name}”不能作名称，因为正文无法引用它。", $"“{name}” cannot be a name: prose could not refer to it.",
        "请用“name”另起一个名称：只含汉字、字母、数字和下划线，最多 40 个字符。",
        "Set another one with “name”: only letters (including Chinese characters), digits and underscores, at most 40.");

    public static Diagnostic Duplicate(TextLocation at, LocalizedText what, string text, TextLocation first) =>
        Error("kind.duplicate", at,
        $"{what.Chinese}“{text}”重复。", $"The {what.English} “{text}” is used twice.",
        "请改用另一个。", "Choose another one.") with
    { Related = [first] };

    public static Diagnostic NameIsId(TextLocation at, string name) => Error("kind.name-is-id", at,
        $"“{name}”既是一行（列）的标识，又是另一行（列）的名称。", $"“{name}” is the id of one line and the name of another.",
        "请改用另一个。", "Choose another one.");

    public static Diagnostic Unknown(TextLocation at, LocalizedText what, string text, IReadOnlyCollection<string> known) =>
        Error("kind.unknown", at, $"没有名为“{text}”的{what.Chinese}。", $"There is no {what.English} “{text}”.") with
        { Remedy = Spelling.Hint(text, known) };

    public static Diagnostic EmptyList(TextLocation at, string key) => Error("kind.empty-list", at,
        $"“{key}”至少要有一项。", $"“{key}” needs at least one entry.");

    public static Diagnostic SameLabel(TextLocation at, string label, string other) => Error("kind.same-label", at,
        $"表头文字“{label}”与“{other}”的相同，读取时无法区分。",
        $"The label “{label}” is also that of “{other}”; the two could not be distinguished.",
        "请写出不同的“label”。", "Give them different labels.");

    public static Diagnostic CyclicSum(TextLocation at, string id) => Error("kind.sum-in-circle", at,
        $"合计“{id}”直接或间接地包含了自己。", $"The sum “{id}” contains itself, directly or through other sums.");

    public static Diagnostic AddedTwice(TextLocation at, string id) => Error("kind.added-twice", at,
        $"合计“{id}”把同一项加了两次。", $"The sum “{id}” adds one line twice.");

    public static Diagnostic RangeBackwards(YamlText range) => Error("kind.range-backwards", range.Location,
        $"“{range.Value}”的终点在起点之前。", $"“{range.Value}” ends before it starts.",
        "范围按行或列的排列顺序书写。", "A range follows the order of the lines.");

    public static Diagnostic WidthMismatch(TextLocation at, int given, int needed, int max) => Error("kind.width-mismatch", at,
        $"列宽有 {given} 个，而表格印出来有 {needed} 列（含行标题列，最多 {max} 列）。",
        $"There are {given} widths, but the printed table has {needed} columns (including row labels; at most {max}).");

    public static Diagnostic InvalidWidth(YamlText width) => Error("kind.no-width", width.Location,
        $"列宽应当是 1 至 100000 的整数，这里是“{width.Value}”。", $"A width must be a whole number from 1 to 100000, not “{width.Value}”.");

    public static Diagnostic SynonymIsLabel(YamlText variant) => Error("kind.synonym-is-label", variant.Location,
        $"“{variant.Value}”本身就是本表的表头文字，不能再作别的写法。",
        $"“{variant.Value}” is itself a label of this table and cannot be a synonym of another.");

    public static Diagnostic NoProse(TextLocation at) => Error("kind.no-prose-form", at,
        "有文字工作表，但没有“prose”一节说明其列名和层级。", "There is a prose sheet, but no key “prose” with its column headings and levels.");

    public static Diagnostic ChoicesWithoutChoiceType(TextLocation at) => Error("kind.choices-of-no-choice", at,
        "只有 type: choice 的项目才有选项。", "Only a field of type: choice has choices.");

    public static Diagnostic BodyNotRequired(TextLocation at) => Error("kind.body-not-required", at,
        "说明报告主体的项目必须是必填项。", "The field that names the body must be required.",
        "请给它加上“required: true”。", "Add “required: true” to it.");

    public static Diagnostic YearFieldIsNotYear(TextLocation at) => Error("kind.year-field-is-no-year", at,
        "年度项目的类型应当是 year。", "The year field must be of type year.",
        "请给它加上“type: year”。", "Add “type: year” to it.");

    public static Diagnostic DateFieldIsNotDate(TextLocation at) => Error("kind.date-field-is-no-date", at,
        "日期项目的类型应当是 date。", "The date field must be of type date.",
        "请给它加上“type: date”。", "Add “type: date” to it.");

    public static Diagnostic DeclarationIsNotChoice(TextLocation at) => Error("kind.declaration-is-no-choice", at,
        "声明空格按 0 计的项目，类型应当是 choice。", "The field that declares blanks to be 0 must be of type choice.",
        "请给它加上“type: choice”和“choices”。", "Add “type: choice” and “choices” to it.");

    public static Diagnostic YearsBackwards(TextLocation at, int from, int to) => Error("kind.years-backwards", at,
        $"起始年份 {from} 晚于截止年份 {to}。", $"The first year, {from}, is later than the last, {to}.");

    public static Diagnostic NoTemplate(YamlText file) => Error("kind.no-template", file.Location,
        $"找不到模板文件“{file.Value}”。", $"There is no template file “{file.Value}”.",
        "路径以 kind.yaml 所在文件夹为起点。", "The path is relative to the folder of kind.yaml.");

    public static Diagnostic SameRuleFile(YamlText file) => Error("kind.same-rule-file", file.Location,
        $"规则文件“{file.Value}”列了两次。", $"The rule file “{file.Value}” is listed twice.",
        "请删除一处。", "Remove one of them.");

    public static Diagnostic SheetHasNoContent(YamlText sheet) => Error("kind.sheet-has-no-content", sheet.Location,
        $"工作表“{sheet.Value}”没有可作章节的内容。", $"The sheet “{sheet.Value}” has no content for a section.",
        "章节只能取自文字工作表或本年表格。", "The content of a section is a prose sheet or a sheet with this year's tables.");

    public static Diagnostic NoTemplatesFolder(FileLocation at) => Error("kind.no-templates-folder", at,
        "找不到模板文件夹。", "The templates folder does not exist.");

    public static Diagnostic NoKind(FileLocation at) => Error("kind.no-kind", at,
        "模板文件夹中没有任何报告种类。", "There is no kind of report in this templates folder.",
        "报告种类是模板文件夹下的子文件夹，其中有带 kind.yaml 的版本文件夹。",
        "A kind is a subfolder that contains editions: folders with a kind.yaml.");

    public static Diagnostic NoEdition(FileLocation at) => Error("kind.no-edition", at,
        "该报告种类的文件夹中没有任何版本：缺少带 kind.yaml 的子文件夹。", "This kind has no edition: it contains no folder with a kind.yaml.",
        "请建立如“2021/kind.yaml”的版本；不是报告种类的文件夹名请以“_”开头。",
        "Add an edition such as “2021/kind.yaml”; start the name of a folder that is not a kind with “_”.");

    public static Diagnostic YearsOverlap(FileLocation at, string edition, string other) => Error("kind.years-overlap", at,
        $"版本“{edition}”与“{other}”的适用年份重叠。", $"The years of edition “{edition}” overlap those of “{other}”.",
        "请用“years: { from: …, to: … }”分开。", "Separate them with “years: { from: …, to: … }”.");

    public static Diagnostic UnknownKind(string kind, IReadOnlyCollection<string> known) => Error("kind.unknown-kind", null,
        $"没有名为“{kind}”的报告种类。", $"There is no kind of report “{kind}”.") with
    { Remedy = Spelling.Hint(kind, known) };

    public static Diagnostic Broken(string kind) => Error("kind.broken", null,
        $"报告种类“{kind}”的定义有错误，改好以前不能使用。", $"The definition of “{kind}” has errors; it cannot be used until they are corrected.",
        "请运行 reportgen kinds，查看全部错误。", "Run reportgen kinds to see all errors.");

    public static Diagnostic NoEditionForYear(string kind, int year, IEnumerable<string> editions) =>
        Error("kind.no-edition-for-year", null,
        $"“{kind}”没有适用于 {year} 年的版本。", $"“{kind}” has no edition for {year}.",
        $"现有版本：{string.Join("、", editions)}。", $"Available editions: {string.Join(", ", editions)}.");

    private static Diagnostic Error(string id, SourceLocation? at, string zh, string en, string remedyZh, string remedyEn) =>
        Error(id, at, zh, en) with { Remedy = new(remedyZh, remedyEn) };

    private static Diagnostic Error(string id, SourceLocation? at, string zh, string en) =>
        new() { Id = id, Severity = Severity.Error, Location = at, Message = new(zh, en) };
}
