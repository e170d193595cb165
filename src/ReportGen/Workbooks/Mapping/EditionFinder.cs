using ReportGen.Definitions;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Detects the edition of a workbook by its labels, and whether its year requires another one.</summary>
internal static class EditionFinder
{
    /// <summary>
    /// Returns the edition to read the workbook with. Reports an unknown year, and an edition that is wrong for the year.
    /// </summary>
    public static KindDefinition Find(ImmutableArray<KindDefinition> editions, SheetFinder finder, FindingList findings)
    {
        var (year, field, yearCell) = YearOf(editions, finder);
        var demanded = year is { } y ? editions.FirstOrDefault(e => e.IsFor(y)) : null;
        if (year is { } unknown && demanded is null)
            findings.Add(SheetMessages.UnknownYear(field!, unknown, string.Join("、", editions.Select(Years)), yearCell!));
        if (demanded is not null && Share(demanded, finder) == 1) return demanded;
        // Later editions first, so that a tie without a year selects the current edition.
        var found = editions.Reverse().OrderByDescending(e => Share(e, finder))
            .ThenByDescending(e => e == demanded).First();
        if (demanded is not null && found != demanded)
        {
            findings.Add(
                SheetMessages.WrongEdition(found.Edition, demanded.Edition, year!.Value, FirstTable(found, finder) ?? yearCell!));
        }

        return found;
    }

    private static (int? Year, FieldDefinition? Field, SourceLocation? At) YearOf(
        ImmutableArray<KindDefinition> editions, SheetFinder finder)
    {
        foreach (var edition in editions)
        {
            foreach (var cover in edition.Sheets.OfType<CoverSheet>())
            {
                if (finder.Find(cover) is not { } sheet) continue;
                var fields = new CoverSheetReader(finder.LabelsOf(sheet), cover, new FindingList()).Read();
                if (fields.FirstOrDefault(f => f.Id == edition.YearField) is { } field
                    && CoverSheetReader.ParseYear(field.Text) is { } year)
                {
                    return (year, cover.Fields.First(f => f.Id == field.Id), field.Location);
                }
            }
        }
        return (null, null, null);
    }

    private static double Share(KindDefinition edition, SheetFinder finder)
    {
        var tables = Sheets(edition, finder).SelectMany(s => finder.TablesOf(s.Definition, edition)).ToList();
        return tables.Count == 0 ? 0 : Math.Round(tables.Sum(t => t.Share) / Math.Max(tables.Count, edition.Tables.Length), 6);
    }

    private static SheetLocation? FirstTable(KindDefinition edition, SheetFinder finder) =>
        Sheets(edition, finder).Select(s => finder.LabelsOf(s.Sheet).Location).FirstOrDefault();

    private static IEnumerable<(TableSheet Definition, RawSheet Sheet)> Sheets(KindDefinition edition, SheetFinder finder) =>
        from definition in edition.Sheets.OfType<TableSheet>()
        where !definition.IsPrevious
        let sheet = finder.Find(definition)
        where sheet is not null
        select (definition, sheet);

    private static string Years(KindDefinition edition) => (edition.Years.From, edition.Years.To) switch
    {
        ({ } from, { } to) when from == to => YearText(from),
        ({ } from, { } to) => $"{YearText(from)}–{YearText(to)}",
        ({ } from, null) => $"{YearText(from)}–",
        (null, { } to) => $"–{YearText(to)}",
        _ => edition.Edition,
    };

    private static string YearText(int year) => year.ToString(CultureInfo.InvariantCulture);
}
