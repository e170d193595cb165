using ExcelDataReader;
using ReportGen.Files;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Ledgers;

/// <summary>
/// Reads the list of expected bodies from a workbook or a CSV file. Names are in the column headed 单位, 机关全称, name or
/// similar; without a heading, in the first. A column headed 类别 or group holds groups; one headed 简称 or alias holds
/// other names, separated by <c>、</c>, <c>;</c> or <c>,</c>.
/// </summary>
public static class RosterReader
{
    private static readonly string[] s_nameHeadings = ["机关全称", "单位名称", "单位全称", "单位", "机关", "名称", "name", "body", "agency"];
    private static readonly string[] s_groupHeadings = ["机关类别", "类别", "分组", "group", "category", "type"];
    private static readonly string[] s_otherNameHeadings = ["简称", "别名", "曾用名", "alias", "aliases", "othernames"];
    private const int MaxEntries = 20_000;
    private const long LargestFile = 16 << 20;

    /// <summary>Reads the list.</summary>
    /// <param name="path">An <c>.xlsx</c>, <c>.xls</c> or <c>.csv</c> file (UTF-8 or GB 18030).</param>
    /// <returns>The roster; null, with a finding, if the file cannot be read or lists no bodies.</returns>
    public static Outcome<Roster> Read(string path)
    {
        var (lines, findings) = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ReadCsv(path) : ReadWorkbook(path);
        if (lines is null) return new Outcome<Roster>(null, findings);
        return FromLines(path, lines);
    }

    private static Outcome<Roster> FromLines(string path, IReadOnlyList<RosterLine> lines)
    {
        var (heading, columns) = FindHeading(lines);
        var entries = new List<RosterEntry>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var line in lines.Skip(heading + 1))
        {
            var name = line.At(columns.Name);
            if (name.Length == 0) continue;
            if (known.Contains(Roster.Normalize(name))) findings.Add(LedgerMessages.NamedTwice(line.Place, name));
            else if (entries.Count == MaxEntries)
                return new Outcome<Roster>(null, [LedgerMessages.RosterTooLong(path, MaxEntries)]);
            else if (known.Add(Roster.Normalize(name)))
                entries.Add(new RosterEntry(name, line.At(columns.Group), Split(line.At(columns.OtherNames))));
        }

        if (entries.Count == 0) return new Outcome<Roster>(null, [LedgerMessages.RosterEmpty(path)]);
        return new Outcome<Roster>(new Roster([.. entries]), findings.ToImmutable());
    }

    private static (int Heading, (int Name, int Group, int OtherNames) Columns) FindHeading(IReadOnlyList<RosterLine> lines)
    {
        for (var i = 0; i < Math.Min(lines.Count, 10); i++)
        {
            if (lines[i].ColumnOf(s_nameHeadings) is var name and >= 0)
                return (i, (name, lines[i].ColumnOf(s_groupHeadings), lines[i].ColumnOf(s_otherNameHeadings)));
        }

        return (-1, (0, -1, -1));
    }

    private static ImmutableArray<string> Split(string names) =>
        [.. names.Split(['、', ';', '；', ',', '，', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static (List<RosterLine>? Lines, ImmutableArray<Diagnostic> Findings) ReadWorkbook(string path)
    {
        var opened = new WorkbookOpener().Open(path);
        if (opened.Workbook is not { } workbook) return (null, opened.Diagnostics);
        var sheet = workbook.Sheets.FirstOrDefault(s => !s.IsHidden && s.Cells.Length > 0);
        var lines = (sheet?.Cells ?? []).GroupBy(c => c.Address.Row).Select(row => new RosterLine(
            new CellLocation { File = path, Sheet = sheet!.Name, Address = row.First().Address },
            row.ToDictionary(c => c.Address.Column - 1, c => c.Text.Trim())));
        return ([.. lines], []);
    }

    private static (List<RosterLine>? Lines, ImmutableArray<Diagnostic> Findings) ReadCsv(string path)
    {
        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            using var stream = new MemoryStream(RegularFile.ReadBytes(path, LargestFile), writable: false);
            using var reader = ExcelReaderFactory.CreateCsvReader(stream,
                new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("GB18030") });
            var lines = new List<RosterLine>();
            for (var number = 1; reader.Read(); number++)
            {
                lines.Add(new RosterLine(new TextLocation { File = path, Line = number, Column = 1 },
                    Enumerable.Range(0, reader.FieldCount)
                        .ToDictionary(i => i, i => UnsafeCharacters.Remove($"{reader.GetValue(i)}").Trim())));
            }

            return (lines, []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException
            or ExcelDataReader.Exceptions.ExcelReaderException)
        {
            return (null, [LedgerMessages.RosterUnreadable(path, e.Message)]);
        }
    }

    private sealed record RosterLine(SourceLocation Place, Dictionary<int, string> Values)
    {
        public string At(int column) => Values.GetValueOrDefault(column, "");

        public int ColumnOf(string[] headings) =>
            headings.Select(h => Values.Where(v => Roster.Normalize(v.Value).Equals(h, StringComparison.OrdinalIgnoreCase))
                .Select(v => v.Key).DefaultIfEmpty(-1).First()).FirstOrDefault(c => c >= 0, -1);
    }
}
