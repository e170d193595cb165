using ReportGen.Definitions.Yaml;
using ReportGen.Model;

namespace ReportGen.Definitions;

/// <summary>What one edition of a kind of report is: its workbook, its tables, its rules, its templates. Read from YAML.</summary>
public sealed record KindDefinition
{
    /// <summary>The kind's id: the name of its folder.</summary>
    public required string Id { get; init; }

    /// <summary>The edition: the name of the folder below.</summary>
    public required string Edition { get; init; }

    /// <summary>The name shown to users.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The edition's folder, as a full path.</summary>
    public required string Folder { get; init; }

    /// <summary>The first and last report year that this edition is for; null for no bound.</summary>
    public (int? From, int? To) Years { get; init; }

    /// <summary>The id of the field that names the body.</summary>
    public required string BodyField { get; init; }

    /// <summary>The id of the field that holds the report year; null for a kind without years.</summary>
    public string? YearField { get; init; }

    /// <summary>The id of the field that, when filled in, is the title as printed; null for none.</summary>
    public string? TitleField { get; init; }

    /// <summary>The id of the field that holds the day of publication; null for none.</summary>
    public string? DateField { get; init; }

    /// <summary>The title otherwise: a text with <c>{field-id}</c> in it.</summary>
    public required string TitlePattern { get; init; }

    /// <summary>The sheets of the workbook in their order.</summary>
    public required ImmutableArray<SheetDefinition> Sheets { get; init; }

    /// <summary>The sections in the order of print.</summary>
    public required ImmutableArray<SectionDefinition> Sections { get; init; }

    /// <summary>The tables.</summary>
    public required ImmutableArray<TableDefinition> Tables { get; init; }

    /// <summary>The files it was read from, as full paths: its own and those it extends.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>
    /// The template of each output format: <c>html</c> and <c>md</c> to a path relative to <see cref="Folder"/>, which
    /// may lead to another edition's folder. Empty for a kind that is only checked.
    /// </summary>
    public required ImmutableDictionary<string, string> Templates { get; init; }

    /// <summary>The file of the words by which prose names figures, unread like the rules; null when there is none.</summary>
    public YamlMap? Vocabulary { get; init; }

    /// <summary>Its rule files in their order, as they are written: unread, every value with its place.</summary>
    public ImmutableArray<YamlMap> RuleFiles { get; init; } = [];

    /// <summary>What a new workbook takes over from last year's.</summary>
    public ImmutableArray<CarryOver> CarryOver { get; init; } = [];

    /// <summary>The rules over the totals of several bodies.</summary>
    public TotalRules Totals { get; init; } = new();

    /// <summary>All fields of all cover sheets.</summary>
    public IEnumerable<FieldDefinition> Fields => Sheets.OfType<CoverSheet>().SelectMany(s => s.Fields);

    /// <summary>The table of that id; null when there is none.</summary>
    public TableDefinition? Table(string id) => Tables.FirstOrDefault(t => t.Form.Id == id);

    /// <summary>The tables with these ids, in their order; unknown ids are left out.</summary>
    public IEnumerable<TableDefinition> TablesOf(IEnumerable<string> ids) => ids.Select(Table).OfType<TableDefinition>();

    /// <summary>Whether reports on <paramref name="year"/> must have this edition's form.</summary>
    public bool IsFor(int year) => (Years.From ?? int.MinValue) <= year && year <= (Years.To ?? int.MaxValue);
}

/// <summary>A table of the kind: its form, and what else its labels may read in a workbook.</summary>
public sealed record TableDefinition
{
    /// <summary>Names, labels and layout.</summary>
    public required TableForm Form { get; init; }

    /// <summary>Other spellings of a label, met in real workbooks: from the label as printed to its variants.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Synonyms { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}

/// <summary>A section: its fixed heading and the sheet that its content comes from.</summary>
/// <param name="Id">The id within the kind.</param>
/// <param name="Heading">The heading as printed.</param>
/// <param name="SheetId">The id of a <see cref="ProseSheet"/> or <see cref="TableSheet"/>.</param>
public sealed record SectionDefinition(string Id, string Heading, string SheetId);

/// <summary>A figure of last year's report that is the start of this year's.</summary>
/// <param name="TableId">The table.</param>
/// <param name="FromRow">Last year's row, such as <c>r4</c>.</param>
/// <param name="ToRow">This year's row, such as <c>r2</c>.</param>
public sealed record CarryOver(string TableId, string FromRow, string ToRow);

/// <summary>
/// The ids of the findings that the totals of several bodies give. Where a kind names no rule, they are messages of the
/// program.
/// </summary>
/// <param name="Differs">A typed total is not the sum of its bodies.</param>
/// <param name="Missing">Expected bodies have sent nothing.</param>
/// <param name="CountedTwice">There is a second report of the same body.</param>
/// <param name="NotCarriedOver">A total does not follow from last year's.</param>
public sealed record TotalRules(
    string Differs = "totals.differs", string Missing = "totals.missing",
    string CountedTwice = "totals.counted-twice", string NotCarriedOver = "totals.not-carried-over");
