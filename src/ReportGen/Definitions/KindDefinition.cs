using ReportGen.Definitions.Yaml;
using ReportGen.Model;

namespace ReportGen.Definitions;

/// <summary>One edition of a kind of report: its workbook, tables, rules and templates. Read from YAML.</summary>
public sealed record KindDefinition
{
    /// <summary>The kind's id: the name of its folder.</summary>
    public required string Id { get; init; }

    /// <summary>The edition: the name of its folder, below the kind's.</summary>
    public required string Edition { get; init; }

    /// <summary>The name shown to users.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The language of those who fill in and read the reports; null if not stated.</summary>
    public Language? Language { get; init; }

    /// <summary>The language of reports and blank workbooks: <see cref="Language"/>, otherwise Chinese.</summary>
    internal Language WorkbookLanguage => Language ?? Diagnostics.Language.Chinese;

    /// <summary>The edition's folder, as a full path.</summary>
    public required string Folder { get; init; }

    /// <summary>The first and last reporting year of this edition; null for no bound.</summary>
    public (int? From, int? To) Years { get; init; }

    /// <summary>The id of the field that names the body.</summary>
    public required string BodyField { get; init; }

    /// <summary>The id of the field with the reporting year; null for a kind without years.</summary>
    public string? YearField { get; init; }

    /// <summary>The id of the field that, if filled in, is the printed title; null if none.</summary>
    public string? TitleField { get; init; }

    /// <summary>The id of the field with the day of publication; null if none.</summary>
    public string? DateField { get; init; }

    /// <summary>The title used if the title field is empty: a text with placeholders <c>{field-id}</c>.</summary>
    public required string TitlePattern { get; init; }

    /// <summary>The sheets of the workbook, in order.</summary>
    public required ImmutableArray<SheetDefinition> Sheets { get; init; }

    /// <summary>The sections, in print order.</summary>
    public required ImmutableArray<SectionDefinition> Sections { get; init; }

    /// <summary>The tables.</summary>
    public required ImmutableArray<TableDefinition> Tables { get; init; }

    /// <summary>The full paths of the files it was read from, including those it extends.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>
    /// The template of each output format (<c>html</c>, <c>md</c>), as a path relative to <see cref="Folder"/>, possibly in
    /// another edition's folder. Empty for a kind that is only checked.
    /// </summary>
    public required ImmutableDictionary<string, string> Templates { get; init; }

    /// <summary>The uninterpreted file of words by which prose names figures; null if none.</summary>
    public YamlMap? Vocabulary { get; init; }

    /// <summary>The uninterpreted rule files, in order.</summary>
    public ImmutableArray<YamlMap> RuleFiles { get; init; } = [];

    /// <summary>The figures that a new workbook takes over from last year's.</summary>
    public ImmutableArray<CarryOver> CarryOver { get; init; } = [];

    /// <summary>Which empty cells count as 0 if the cover declares it; null if none can.</summary>
    public BlanksAsZero? BlanksAsZero { get; init; }

    /// <summary>The finding ids for totals of several bodies.</summary>
    public TotalRules Totals { get; init; } = new();

    /// <summary>All fields of all cover sheets.</summary>
    public IEnumerable<FieldDefinition> Fields => Sheets.OfType<CoverSheet>().SelectMany(s => s.Fields);

    /// <summary>The table with this id; null if none.</summary>
    public TableDefinition? Table(string id) => Tables.FirstOrDefault(t => t.Form.Id == id);

    /// <summary>The tables with these ids, in the given order; unknown ids are skipped.</summary>
    public IEnumerable<TableDefinition> TablesOf(IEnumerable<string> ids) => ids.Select(Table).OfType<TableDefinition>();

    /// <summary>The title that the pattern gives with the texts of the fields.</summary>
    public string TitleOf(IEnumerable<Field> fields) => fields.Aggregate(TitlePattern,
        (title, field) => title.Replace($"{{{field.Id}}}", field.Text, StringComparison.Ordinal));

    /// <summary>
    /// The period of a report, such as <c>2026 3月</c>: its year, then the months, quarters and the like that the title pattern
    /// names. A body has one report for each period.
    /// </summary>
    /// <returns>The texts, separated by blanks; null if one is missing, or if the pattern names something else.</returns>
    public string? PeriodOf(IReadOnlyCollection<Field> fields)
    {
        var ids = Fields.Where(f => IsInTitle(f) && f.Id != BodyField && f.Id != YearField).OrderBy(PlaceInTitle).ToList();
        if (YearField is null && ids.Count == 0) return null;
        var parts = new List<string>();
        if (YearField is not null) parts.Add(TextOf(YearField));
        foreach (var field in ids)
        {
            var text = TextOf(field.Id);
            if (field.Type == FieldType.Text && !ReportPeriod.IsPart(text)) return null;
            parts.Add(text);
        }

        return parts.TrueForAll(p => p.Length > 0) ? string.Join(' ', parts.Select(p => p.Replace(' ', '_'))) : null;

        string TextOf(string id) => fields.FirstOrDefault(f => f.Id == id)?.Text ?? "";
    }

    /// <summary>Whether the title pattern names a field.</summary>
    public bool IsInTitle(FieldDefinition field) => PlaceInTitle(field) >= 0;

    private int PlaceInTitle(FieldDefinition field) => TitlePattern.IndexOf($"{{{field.Id}}}", StringComparison.Ordinal);

    /// <summary>Whether this edition is required for reports on <paramref name="year"/>.</summary>
    public bool IsFor(int year) => (Years.From ?? int.MinValue) <= year && year <= (Years.To ?? int.MaxValue);
}

/// <summary>A table of the kind: its form, and other spellings of its labels.</summary>
public sealed record TableDefinition
{
    /// <summary>Names, labels and layout.</summary>
    public required TableForm Form { get; init; }

    /// <summary>Other spellings found in real workbooks, by the label as printed.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Synonyms { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}

/// <summary>A section: its fixed heading and the sheet with its content.</summary>
/// <param name="Id">The id within the kind.</param>
/// <param name="Heading">The heading as printed.</param>
/// <param name="SheetId">The id of a <see cref="ProseSheet"/> or <see cref="TableSheet"/>.</param>
public sealed record SectionDefinition(string Id, string Heading, string SheetId);

/// <summary>A row of last year's report that this year's starts with.</summary>
/// <param name="TableId">The id of the table.</param>
/// <param name="FromRow">The id of last year's row, such as <c>r4</c>.</param>
/// <param name="ToRow">The id of this year's row, such as <c>r2</c>.</param>
public sealed record CarryOver(string TableId, string FromRow, string ToRow);

/// <summary>
/// The ids of the findings about totals of several bodies. The defaults apply to kinds that name no rule of their own.
/// </summary>
/// <param name="Differs">An entered total is not the sum of its bodies.</param>
/// <param name="Missing">Expected bodies have sent nothing.</param>
/// <param name="CountedTwice">There is a second report of the same body.</param>
/// <param name="NotCarriedOver">A total differs from what last year's carried over.</param>
public sealed record TotalRules(
    string Differs = "totals.differs", string Missing = "totals.missing",
    string CountedTwice = "totals.counted-twice", string NotCarriedOver = "totals.not-carried-over");
