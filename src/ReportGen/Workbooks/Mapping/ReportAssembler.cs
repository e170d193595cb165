using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Assembles a report from the sheets of a workbook.</summary>
internal sealed class ReportAssembler(
    KindDefinition kind, ImmutableArray<KindDefinition> editions, RawWorkbook workbook, SheetFinder finder, FindingList findings)
{
    private Field? _declared;

    public Report Assemble()
    {
        var fields = kind.Sheets.OfType<CoverSheet>().SelectMany(ReadCover).ToImmutableArray();
        _declared = kind.BlanksAsZero?.DeclaredBy(fields);
        var tables = kind.Sheets.OfType<TableSheet>().Where(s => !s.IsPrevious).SelectMany(ReadTables).ToImmutableArray();
        var (year, title) = (YearOf(fields), TextOf(fields, kind.TitleField));
        var isRefused = year is null && kind.YearField is not null && title.Length == 0;
        var report = new Report
        {
            Kind = kind.Id,
            Edition = kind.Edition,
            Body = TextOf(fields, kind.BodyField) is { Length: > 0 } body
                ? body
                : Path.GetFileNameWithoutExtension(workbook.File),
            Year = year,
            Period = year is null && kind.YearField is not null ? null : kind.PeriodOf(fields),
            Title = title.Length > 0 ? title : kind.TitleOf(fields),
            FileTitle = isRefused ? Path.GetFileNameWithoutExtension(workbook.File) : null!,
            Date = DateOnly.TryParseExact(TextOf(fields, kind.DateField), "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var date) ? date : null,
            Source = new WorkbookIdentity(workbook.File, workbook.Sha256),
            Fields = fields,
            Sections = [.. kind.Sections.Select(ReadSection)],
            Tables = tables,
            Previous = [.. kind.Sheets.OfType<TableSheet>().Where(s => s.IsPrevious).SelectMany(ReadPrevious)],
            Blanks = _declared is null ? null : new BlankDeclaration(_declared, CountBlanks(tables)),
            Bodies = [.. kind.Sheets.OfType<BodiesSheet>().SelectMany(ReadBodies)],
        };
        Inspect(report);
        return report;
    }

    private void Inspect(Report report)
    {
        var inspector = new SheetInspector(findings);
        foreach (var sheet in kind.Sheets.Where(s => s is not NotesSheet).Select(finder.Find).OfType<RawSheet>().Distinct())
        {
            inspector.FindControlCharacters(finder.LabelsOf(sheet));
            if (!kind.Sheets.OfType<TableSheet>().Any(s => s.IsPrevious && finder.Find(s) == sheet))
                inspector.FindHidden(finder.LabelsOf(sheet), report);
        }
    }

    private int? YearOf(ImmutableArray<Field> fields) =>
        CoverSheetReader.ParseYear(TextOf(fields, kind.YearField)) is { } year && editions.Any(e => e.IsFor(year)) ? year : null;

    private static ImmutableArray<(string Table, int Count)> CountBlanks(ImmutableArray<Table> tables) =>
        [.. tables.Select(t => (t.Form.Name, t.Cells.Count(c => c.IsBlank))).Where(t => t.Item2 > 0)];

    private static string TextOf(ImmutableArray<Field> fields, string? id) => fields.FirstOrDefault(f => f.Id == id)?.Text ?? "";

    private IEnumerable<Field> ReadCover(CoverSheet cover) => finder.Find(cover) is { } sheet
        ? new CoverSheetReader(finder.LabelsOf(sheet), cover, findings).Read()
        : CoverSheetReader.None(cover);

    private Section ReadSection(SectionDefinition section)
    {
        var definition = kind.Sheets.First(s => s.Id == section.SheetId);
        var sheet = finder.Find(definition);
        return new Section
        {
            Id = section.Id,
            Heading = section.Heading,
            Blocks = definition is ProseSheet prose && sheet is not null
                ? new ProseSheetReader(finder.LabelsOf(sheet), prose, findings).Read() : [],
            TableIds = definition is TableSheet tables ? tables.TableIds : [],
            Location = sheet is null ? null : finder.LabelsOf(sheet).Location,
        };
    }

    private IEnumerable<Table> ReadTables(TableSheet definition)
    {
        if (finder.Find(definition) is null) return kind.TablesOf(definition.TableIds).Select(t => Table.Empty(t.Form));
        return [.. finder.TablesOf(definition, kind).Select(t => ReadTable(t, findings))];
    }

    private Table ReadTable(LocatedTable table, FindingList into)
    {
        if (!table.IsFound)
        {
            into.Add(TableMessages.MissingTable(table.Form, table.Labels.Location, FirstLabel(table.Form)));
            return Table.Empty(table.Form);
        }
        new LabelInspector(table, into).Inspect();
        return new TableDataReader(table, into, BlanksOf(table.Form, into)).Read();
    }

    private EmptyCells BlanksOf(TableForm form, FindingList into)
    {
        var blanks = kind.BlanksAsZero;
        if (into.IsOfPrevious || blanks is null || !blanks.TableIds.Contains(form.Id)) return EmptyCells.Error;
        var field = kind.Fields.First(f => f.Id == blanks.FieldId).Name;
        return new EmptyCells(CountAsZero: _declared is not null, field, blanks.Values[0]);
    }

    private static string FirstLabel(TableForm form)
    {
        var row = form.Rows.First();
        return row.Labels.IsEmpty ? form.Parts[0].Columns[0].Labels[^1] : row.Labels[^1];
    }

    /// <summary>Last year's tables may use last year's edition, so each is read with the edition that fits best.</summary>
    private IEnumerable<Table> ReadPrevious(TableSheet definition)
    {
        var warnings = new FindingList(Severity.Warning, ofPrevious: true);
        foreach (var id in definition.TableIds)
        {
            var best = BestFit(definition, id);
            if (best is { IsFound: true, IsFilledIn: true }) yield return ReadTable(best, warnings);
        }
        findings.AddRange(warnings);
    }

    // The report's own edition first: it is used if others fit equally well.
    private LocatedTable? BestFit(TableSheet definition, string table)
    {
        (LocatedTable? Table, double Share) best = (null, -1);
        foreach (var edition in editions.OrderByDescending(e => e == kind))
        {
            foreach (var located in finder.TablesOf(definition, edition).Where(t => t.Form.Id == table))
            {
                if (Math.Round(located.Share, 6) is var share && share > best.Share) best = (located, share);
            }
            if (best.Share == 1) break;
        }

        return best.Table;
    }

    private IEnumerable<BodyFigures> ReadBodies(BodiesSheet definition)
    {
        if (finder.Find(definition) is not { } sheet) return [];
        var warnings = new FindingList(Severity.Warning);
        var bodies = new BodiesSheetReader(finder.LabelsOf(sheet), definition, kind, warnings).Read();
        findings.AddRange(warnings);
        return bodies;
    }
}
