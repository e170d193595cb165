namespace ReportGen.Definitions.Yaml;

/// <summary>The messages about YAML files of any content.</summary>
internal static class YamlMessages
{
    public static readonly LocalizedText Text = new("一项文字或数字", "a single text or number");
    public static readonly LocalizedText Map = new("若干“键: 值”", "keys with values");

    public static Diagnostic Unreadable(SourceLocation at) => Error("yaml.unreadable", at,
        "无法读取该文件：文件不存在或没有读取权限。", "The file cannot be read: it does not exist, or access is denied.");

    public static Diagnostic TooLarge(SourceLocation at, int kilobytes) => Error("yaml.too-large", at,
        $"文件超过 {kilobytes} KB，不予读取。", $"The file is larger than {kilobytes} KB and is not read.");

    public static Diagnostic NotUtf8(SourceLocation at) => Error("yaml.not-utf8", at,
        "文件不是 UTF-8 编码。", "The file is not encoded in UTF-8.",
        "请在编辑器中另存为 UTF-8。", "Save it as UTF-8.");

    public static Diagnostic Malformed(SourceLocation at, string reason) => Error("yaml.malformed", at,
        $"此处不符合 YAML 格式（{Reason(reason)}）。", $"This is not valid YAML: {Reason(reason)}.",
        "请检查缩进（只用空格）、冒号后的空格和成对的引号。", "Check the indentation (spaces only), the space after each colon, and matching quotes.");

    public static Diagnostic Tab(SourceLocation at) => Error("yaml.tab", at,
        "缩进中有制表符，YAML 只允许用空格缩进。", "There is a tab in the indentation; YAML allows only spaces.",
        "请把制表符换成空格。", "Replace the tab with spaces.");

    public static Diagnostic Empty(SourceLocation at) => Error("yaml.empty", at, "文件是空的。", "The file is empty.");

    public static Diagnostic ManyDocuments(SourceLocation at) => Error("yaml.many-documents", at,
        "一个文件只能有一份内容，此处又开始了一份。", "A file may contain only one document; a second one starts here.",
        "请删除 “---” 分隔线。", "Remove the line “---”.");

    public static Diagnostic NoMap(SourceLocation at) => Error("yaml.no-map", at,
        "文件最外层应当是“键: 值”。", "The outermost level of the file must be keys with values.");

    public static Diagnostic Alias(SourceLocation at) => Error("yaml.alias", at,
        "不允许使用锚点（&）、引用（*）和类型标记（!）。", "Anchors (&), aliases (*) and tags (!) are not allowed.",
        "请把内容写全；以这些符号开头的文字请加引号。", "Write the content out; put a text that starts with one of these characters in quotes.");

    public static Diagnostic TooDeep(SourceLocation at, int levels) => Error("yaml.too-deep", at,
        $"嵌套超过 {levels} 层。", $"Nesting is deeper than {levels} levels.");

    public static Diagnostic TooMany(SourceLocation at, int values) => Error("yaml.too-many", at,
        $"文件中的值超过 {values} 个。", $"The file has more than {values} values.");

    public static Diagnostic KeyIsNoText(SourceLocation at) => Error("yaml.key-is-no-text", at,
        "键应当是一个词。", "A key must be a single word.");

    public static Diagnostic DuplicateKey(YamlText key) => Error("yaml.duplicate-key", key.Location,
        $"键“{key.Value}”重复。", $"The key “{key.Value}” is used twice.",
        "请只保留一个。", "Keep one of them.");

    public static Diagnostic MissingKey(SourceLocation at, string key) => Error("yaml.missing-key", at,
        $"缺少必需的键“{key}”。", $"The key “{key}” is missing.",
        $"请补上“{key}: …”。", $"Add “{key}: …”.");

    public static Diagnostic UnknownKey(YamlText key, IReadOnlyCollection<string> known) =>
        Error("yaml.unknown-key", key.Location,
        $"此处没有名为“{key.Value}”的键。", $"There is no key “{key.Value}” here.", Spelling.Hint(key.Value, known));

    public static Diagnostic WrongShape(YamlNode node, string key, LocalizedText expected) =>
        Error("yaml.wrong-shape", node.Location,
        $"“{key}”处应当是{expected.Chinese}。", $"“{key}” must be {expected.English}.");

    public static Diagnostic NoInteger(YamlText text, string key, int min, int max) => Error("yaml.no-integer", text.Location,
        $"“{key}”应当是整数，这里是“{text.Value}”。", $"“{key}” must be a whole number, not “{text.Value}”.",
        min == int.MinValue && max == int.MaxValue ? null : Bounds(min, max));

    public static Diagnostic NoNumber(YamlText text, string key) => Error("yaml.no-number", text.Location,
        $"“{key}”应当是数字，这里是“{text.Value}”。", $"“{key}” must be a number, not “{text.Value}”.");

    public static Diagnostic NoFlag(YamlText text, string key) => Error("yaml.no-flag", text.Location,
        $"“{key}”只能是 true 或 false，这里是“{text.Value}”。", $"“{key}” must be true or false, not “{text.Value}”.");

    public static Diagnostic UnknownWord(YamlText text, string key, IEnumerable<string> words) =>
        Error("yaml.unknown-word", text.Location,
        $"“{key}”没有“{text.Value}”这个选项。", $"“{key}” cannot be “{text.Value}”.", Spelling.Hint(text.Value, [.. words]));

    public static Diagnostic OutsideRoot(YamlText path) => Error("yaml.outside-root", path.Location,
        $"“{path.Value}”不在模板文件夹之内。", $"“{path.Value}” is outside the templates folder.");

    public static Diagnostic LinkOutside(SourceLocation at) => Error("yaml.outside-root", at,
        "这个文件是链接，指向模板文件夹以外，没有读取。", "This file is a link to a place outside the templates folder; it is not read.");

    public static Diagnostic NoSuchFile(YamlText path) => Error("yaml.no-such-file", path.Location,
        $"找不到文件“{path.Value}”。", $"There is no file “{path.Value}”.",
        "路径以本文件所在文件夹为起点。", "The path is relative to this file's folder.");

    public static Diagnostic CyclicExtends(YamlText path, int max) => Error("yaml.extends-in-circle", path.Location,
        $"“extends”首尾相接，或超过 {max} 级。", $"“extends” is cyclic, or chains more than {max} files.");

    private static LocalizedText Bounds(int min, int max)
    {
        var (from, to) = (min.ToString(CultureInfo.InvariantCulture), max.ToString(CultureInfo.InvariantCulture));
        return max == int.MaxValue
            ? new($"不得小于 {from}。", $"At least {from}.") : new($"范围：{from} 至 {to}。", $"From {from} to {to}.");
    }

    /// <summary>The parser's message without position and full stop.</summary>
    private static string Reason(string message)
    {
        var end = message.LastIndexOf("): ", StringComparison.Ordinal);
        return (end < 0 ? message : message[(end + 3)..]).TrimEnd('.', ' ');
    }

    private static Diagnostic Error(string id, SourceLocation at, string zh, string en, string remedyZh, string remedyEn) =>
        Error(id, at, zh, en, new LocalizedText(remedyZh, remedyEn));

    private static Diagnostic Error(string id, SourceLocation at, string zh, string en, LocalizedText? remedy = null) =>
        new() { Id = id, Severity = Severity.Error, Location = at, Message = new(zh, en), Remedy = remedy };
}
