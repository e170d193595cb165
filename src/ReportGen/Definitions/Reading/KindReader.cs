using System.Text.RegularExpressions;
using ReportGen.Definitions.Yaml;
using ReportGen.Files;

namespace ReportGen.Definitions.Reading;

/// <summary>
/// Reads one edition of a kind from its <c>kind.yaml</c>. All ids are verified; all errors are found in one pass, each with
/// its line and column.
/// </summary>
internal sealed partial class KindReader
{
    /// <summary>The name of the file that defines an edition.</summary>
    public const string FileName = "kind.yaml";

    private static readonly ImmutableDictionary<string, Language?> s_languages =
        ImmutableDictionary.CreateRange<string, Language?>([new("zh", Language.Chinese), new("en", Language.English)]);

    private readonly YamlMap _map;
    private readonly string _templatesFolder;
    private readonly string _folder;

    private readonly ImmutableArray<string> _files;

    private KindReader(YamlMap map, string templatesFolder, string folder, ImmutableArray<string> files) =>
        (_map, _templatesFolder, _folder, _files) = (map, templatesFolder, folder, files);

    /// <summary>
    /// Reads the edition in <paramref name="folder"/>, and its rules with <paramref name="readRules"/> as described at
    /// <see cref="KindCatalog.Load"/>.
    /// </summary>
    /// <returns>The definition; null, with findings, if there are errors.</returns>
    public static Outcome<KindDefinition> Read(string templatesFolder, string folder, Action<KindDefinition> readRules)
    {
        var findings = new List<Diagnostic>();
        var files = new List<string>();
        var map = YamlExtends.ReadFile(Path.Combine(folder, FileName), templatesFolder, findings, files);
        var reader = map is null ? null : new KindReader(map, templatesFolder, folder, [.. files]);
        var kind = reader?.Read();
        var vocabulary = reader?.Find(map!.Scalar("vocabulary") is { } words ? [words] : []) ?? [];
        var rules = reader?.Find(map!.Scalars("checks")) ?? [];
        map?.Done();
        // Rules refer to the form: while it has errors, findings about them would be misleading.
        if (kind is not null && HasNoErrors(findings))
        {
            kind = RuleFiles.Add(kind, vocabulary, rules, templatesFolder, findings);
            readRules(kind);
        }

        var order = files.Concat(kind?.Files ?? []).Distinct().ToList();
        return new(HasNoErrors(findings) ? kind : null,
            [.. findings.Distinct().OrderBy(f => order.IndexOf(FileOf(f))).ThenBy(Line).ThenBy(Column)]);
    }

    private static bool HasNoErrors(List<Diagnostic> findings) => findings.TrueForAll(f => f.Severity != Severity.Error);

    private static string FileOf(Diagnostic finding) => finding.Location switch
    {
        TextLocation text => text.File,
        FileLocation file => file.File,
        _ => "",
    };

    private static int Line(Diagnostic finding) => (finding.Location as TextLocation)?.Line ?? 0;

    private static int Column(Diagnostic finding) => (finding.Location as TextLocation)?.Column ?? 0;

    private ImmutableArray<string> Find(ImmutableArray<YamlText> names) => RuleFiles.Find(names, _templatesFolder);

    private KindDefinition Read()
    {
        var tableIds = TableIds();
        var sheets = new SheetDefinitionReader(_map.Map("prose"), tableIds);
        var kind = new KindDefinition
        {
            Id = Path.GetFileName(Path.GetDirectoryName(_folder)!),
            Edition = Path.GetFileName(_folder),
            Title = _map.RequiredLocalized("title"),
            Language = _map.Choice("language", s_languages, null),
            Folder = _folder,
            Files = _files,
            Years = Years(),
            BodyField = _map.Text("body-field"),
            YearField = _map.OptionalText("year-field"),
            TitleField = _map.OptionalText("title-field"),
            DateField = _map.OptionalText("date-field"),
            TitlePattern = _map.Text("title-pattern"),
            Sheets = _map.Required("sheets") ? sheets.Read(_map.Maps("sheets")) : [],
            Tables = [.. _map.Maps("tables").Select(TableDefinitionReader.Read)],
            Sections = [.. _map.Maps("sections").Select(ReadSection)],
            Templates = Templates(),
            CarryOver = [.. _map.Maps("carry-over").Select(ReadCarryOver)],
            BlanksAsZero = _map.Map("blanks-as-zero") is { } blanks ? ReadBlanks(blanks) : null,
            Totals = _map.Map("totals") is { } totals ? ReadTotals(totals) : new(),
        };
        CheckReferences(kind, sheets, tableIds);
        return kind;
    }

    private NameSet TableIds()
    {
        var (ids, names) = (new NameSet(DefinitionMessages.Table), new NameSet(DefinitionMessages.Name));
        foreach (var table in _map.Maps("tables"))
        {
            ids.AddId(table.RequiredScalar("id"));
            if (table.RequiredScalar("name") is { } name) names.AddName(name, name.Value);
        }

        return ids;
    }

    private (int? From, int? To) Years()
    {
        if (_map.Map("years") is not { } map) return (null, null);
        (int? From, int? To) years = (map.Integer("from", 1900, 9999), map.Integer("to", 1900, 9999));
        if (years.From > years.To) map.Report(DefinitionMessages.YearsBackwards(map.Location, years.From.Value, years.To.Value));
        map.Done();
        return years;
    }

    private static SectionDefinition ReadSection(YamlMap map)
    {
        var section = new SectionDefinition(map.Text("id"), map.Text("heading"), map.Text("sheet"));
        map.Done();
        return section;
    }

    private static CarryOver ReadCarryOver(YamlMap map)
    {
        var carry = new CarryOver(map.Text("table"), map.Text("from"), map.Text("to"));
        map.Done();
        return carry;
    }

    private static BlanksAsZero ReadBlanks(YamlMap map)
    {
        foreach (var key in new[] { "values", "tables" })
            if (map.Required(key) && map.Texts(key).IsEmpty) map.ReportAt(key, at => DefinitionMessages.EmptyList(at, key));
        var blanks = new BlanksAsZero(map.Text("field"), map.Texts("values"), map.Texts("tables"));
        map.Done();
        return blanks;
    }

    private static TotalRules ReadTotals(YamlMap map)
    {
        var none = new TotalRules();
        var rules = new TotalRules(
            map.OptionalText("differs") ?? none.Differs, map.OptionalText("missing") ?? none.Missing,
            map.OptionalText("counted-twice") ?? none.CountedTwice, map.OptionalText("not-carried-over") ?? none.NotCarriedOver);
        map.Done();
        return rules;
    }

    private ImmutableDictionary<string, string> Templates()
    {
        if (_map.Map("templates") is not { } map) return ImmutableDictionary<string, string>.Empty;
        var templates = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var format in new[] { "html", "md" })
        {
            if (map.Scalar(format) is not { } file) continue;
            var path = Path.GetFullPath(file.Value, Path.GetDirectoryName(file.Source.File)!);
            if (!YamlExtends.IsUnder(path, _templatesFolder)) file.Report(YamlMessages.OutsideRoot(file));
            else if (!File.Exists(path)) file.Report(DefinitionMessages.NoTemplate(file));
            else if (!RealPath.IsBelow(path, _templatesFolder)) file.Report(YamlMessages.OutsideRoot(file));
            templates[format] = Path.GetRelativePath(_folder, path).Replace('\\', '/');
        }

        map.Done();
        return templates.ToImmutable();
    }

    private void CheckReferences(KindDefinition kind, SheetDefinitionReader sheets, NameSet tableIds)
    {
        CheckField("body-field", kind, sheets.FieldIds, f => f.IsRequired ? null : DefinitionMessages.BodyNotRequired);
        CheckField("year-field", kind, sheets.FieldIds,
            f => f.Type == FieldType.Year ? null : DefinitionMessages.YearFieldIsNotYear);
        CheckField("title-field", kind, sheets.FieldIds, _ => null);
        CheckField("date-field", kind, sheets.FieldIds,
            f => f.Type == FieldType.Date ? null : DefinitionMessages.DateFieldIsNotDate);
        if (_map.Scalar("title-pattern") is { } pattern) CheckPattern(pattern, sheets.FieldIds);
        CheckSections(kind, sheets.SheetIds);
        foreach (var map in _map.Maps("carry-over")) CheckCarryOver(map, kind, tableIds);
        if (_map.Map("blanks-as-zero") is { } blanks) CheckBlanks(blanks, kind, sheets.FieldIds, tableIds);
        foreach (var text in sheets.Skeletons) SkeletonBindings.Check(text, kind);
    }

    private void CheckField(string key, KindDefinition kind, NameSet fieldIds,
        Func<FieldDefinition, Func<TextLocation, Diagnostic>?> errorOf)
    {
        if (_map.Scalar(key) is not { } use || !fieldIds.Check(use)) return;
        if (kind.Fields.FirstOrDefault(f => f.Id == use.Value) is { } field && errorOf(field) is { } finding)
            use.Report(finding(use.Location));
    }

    private static void CheckPattern(YamlText pattern, NameSet fieldIds)
    {
        foreach (Match match in PlaceholderPattern().Matches(pattern.Value))
        {
            var id = match.Groups[1];
            if (!fieldIds.Contains(id.Value))
            {
                pattern.Report(
                    DefinitionMessages.Unknown(pattern.LocationAt(id.Index), DefinitionMessages.Field, id.Value, fieldIds.All));
            }
        }
    }

    private void CheckSections(KindDefinition kind, NameSet sheetIds)
    {
        var ids = new NameSet(DefinitionMessages.Section);
        var headings = new NameSet(DefinitionMessages.Heading);
        var printable = kind.Sheets.Where(s => s is ProseSheet or TableSheet { IsPrevious: false }).Select(s => s.Id).ToHashSet();
        foreach (var map in _map.Maps("sections"))
        {
            ids.AddId(map.Scalar("id"));
            headings.Add(map.Scalar("heading"));
            if (map.Scalar("sheet") is { } sheet && sheetIds.Check(sheet) && !printable.Contains(sheet.Value))
                sheet.Report(DefinitionMessages.SheetHasNoContent(sheet));
        }
    }

    private static void CheckBlanks(YamlMap map, KindDefinition kind, NameSet fieldIds, NameSet tableIds)
    {
        foreach (var table in map.Scalars("tables")) tableIds.Check(table);
        if (map.Scalar("field") is not { } use || !fieldIds.Check(use)) return;
        var field = kind.Fields.FirstOrDefault(f => f.Id == use.Value);
        if (field is { Type: not FieldType.Choice }) use.Report(DefinitionMessages.DeclarationIsNotChoice(use.Location));
        if (field is not { Type: FieldType.Choice }) return;
        foreach (var value in map.Scalars("values").Where(v => !field.Choices.Contains(v.Value)))
            value.Report(DefinitionMessages.Unknown(value.Location, DefinitionMessages.ChoiceValue, value.Value, field.Choices));
    }

    private static void CheckCarryOver(YamlMap map, KindDefinition kind, NameSet tableIds)
    {
        if (map.Scalar("table") is not { } use || !tableIds.Check(use) || kind.Table(use.Value) is not { } table) return;
        var rows = table.Form.Rows.Select(r => r.Id).ToArray();
        foreach (var row in new[] { map.Scalar("from"), map.Scalar("to") })
        {
            if (row is not null && !rows.Contains(row.Value))
                row.Report(DefinitionMessages.Unknown(row.Location, DefinitionMessages.Line, row.Value, rows));
        }
    }

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceholderPattern();
}
