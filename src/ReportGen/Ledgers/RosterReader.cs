using System.Text.RegularExpressions;
using ExcelDataReader;
using ReportGen.Files;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Ledgers;

/// <summary>
/// Reads the list of expected bodies from a workbook or a CSV file, as people have them: with a title and a total, numbered, in
/// groups. Names are in the column headed 单位名称, 部门名称, name or similar; without a heading, in the first column with text.
/// Columns headed 类别, 简称, 联系人 or 截止日期 hold groups, other names (separated by <c>、</c>, <c>;</c> or <c>,</c>),
/// contacts and last days.
/// </summary>
public static partial class RosterReader
{
    private const int MaxEntries = 20_000;
    private const long LargestFile = 16 << 20;

    /// <summary>Reads the list.</summary>
    /// <param name="path">An <c>.xlsx</c>, <c>.xls</c> or <c>.csv</c> file (UTF-8 or GB 18030).</param>
    /// <returns>
    /// The roster; null, with a finding, if the file cannot be read, lists no bodies, or has no column that can be their names.
    /// </returns>
    public static Outcome<Roster> Read(string path)
    {
        var (lines, findings) = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ReadCsv(path) : ReadWorkbook(path);
        if (lines is null) return new Outcome<Roster>(null, findings);
        return FromLines(path, lines);
    }

    private static Outcome<Roster> FromLines(string path, IReadOnlyList<RosterLine> lines)
    {
        var blocks = RosterColumns.Find(lines);
        if (blocks.IsEmpty)
        {
            return new Outcome<Roster>(null,
                [lines.Any(l => l.Values.Values.Any(RosterColumns.IsName)) ? LedgerMessages.RosterWithoutNames(lines[0].Place)
                    : LedgerMessages.RosterEmpty(path)]);
        }

        var entries = new Dictionary<string, RosterEntry>(StringComparer.Ordinal);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var deadline = lines.Take(blocks[0].Heading).SelectMany(l => l.Values.Values).Where(v => v.Contains("截止"))
            .Select(DayIn).FirstOrDefault(d => d is not null);
        foreach (var columns in blocks)
        {
            var group = "";
            foreach (var line in lines.Skip(columns.Heading + 1))
            {
                var name = line.At(columns.Name);
                if (columns.Group < 0 && line.OnlyText is { } only && GroupLine().Match(only) is { Success: true } heading)
                {
                    group = heading.Groups["name"].Value;
                }
                else if (name.Length > 0 && !NoBody().IsMatch(Roster.Normalize(name)) && !line.IsTotal)
                {
                    if (!RosterColumns.IsName(name))
                        return new Outcome<Roster>(null, [LedgerMessages.RosterNameIsNumber(line.Place, name)]);
                    if (entries.Count == MaxEntries)
                        return new Outcome<Roster>(null, [LedgerMessages.RosterTooLong(path, MaxEntries)]);
                    var entry = EntryOf(line, columns, group, findings);
                    if (!entries.TryAdd(Roster.Normalize(name), entry with { Deadline = entry.Deadline ?? deadline }))
                        findings.Add(LedgerMessages.NamedTwice(line.Place, name));
                }
            }
        }

        if (entries.Count == 0) return new Outcome<Roster>(null, [LedgerMessages.RosterEmpty(path)]);
        return new Outcome<Roster>(new Roster([.. entries.Values]), findings.ToImmutable());
    }

    private static RosterEntry EntryOf(
        RosterLine line, RosterColumns columns, string group, ImmutableArray<Diagnostic>.Builder findings)
    {
        var day = line.At(columns.Deadline);
        var deadline = DayIn(day);
        if (day.Length > 0 && deadline is null) findings.Add(LedgerMessages.NoDay(line.Place, day));
        return new(line.At(columns.Name), columns.Group < 0 ? group : line.At(columns.Group), Split(line.At(columns.OtherNames)))
        {
            Contact = string.Join(' ', columns.Contacts.Select(c => line.At(c).ReplaceLineEndings(" ")).Where(c => c.Length > 0)),
            Deadline = deadline,
        };
    }

    private static DateOnly? DayIn(string text) =>
        Day().Match(text.Normalize(NormalizationForm.FormKC)) is { Success: true } day
            && DateOnly.TryParseExact($"{day.Groups[1].Value}-{day.Groups[2].Value}-{day.Groups[3].Value}", "yyyy-M-d",
                CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static ImmutableArray<string> Split(string names) =>
        [.. names.Split(['、', ';', '；', ',', '，', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static (List<RosterLine>? Lines, ImmutableArray<Diagnostic> Findings) ReadWorkbook(string path)
    {
        var opened = new WorkbookOpener().Open(path);
        if (opened.Workbook is not { } workbook) return (null, opened.Diagnostics);
        var sheet = workbook.Sheets.FirstOrDefault(s => !s.IsHidden && s.Cells.Length > 0);
        if (sheet is null) return ([], []);
        // The text of cells that are merged downwards counts in each of their rows.
        var merged = sheet.Merges
            .Where(m => m.Last.Row > m.First.Row && m.First.Column == m.Last.Column && sheet[m.First].IsFilled)
            .SelectMany(m => Enumerable.Range(m.First.Row + 1, Math.Min(m.Last.Row - m.First.Row, MaxEntries))
                .Select(row => (Row: row, Column: m.First.Column - 1, sheet[m.First].Text)))
            .ToLookup(m => m.Row);
        var lines = sheet.Cells.GroupBy(c => c.Address.Row).Select(row =>
        {
            var values = row.ToDictionary(c => c.Address.Column - 1, c => c.Text.Trim());
            foreach (var cell in merged[row.Key]) values.TryAdd(cell.Column, cell.Text.Trim());
            return new RosterLine(
                new CellLocation { File = path, Sheet = sheet.Name, Address = row.First().Address }, values);
        });
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

    // A total, or who made the list.
    [GeneratedRegex(@"^((合计|总计|小计|共计|总数|totals?)([:：（(0-9一二三四五六七八九十百].*|共.*)?"
        + @"|共[0-9一二三四五六七八九十百]+[家个].*|(注|备注|说明|制表人?|填表人?|填报人?|审核人?|联系人)[:：].*)$", RegexOptions.IgnoreCase)]
    internal static partial Regex NoBody();

    // 一、政府部门（35 家）
    [GeneratedRegex(@"^\s*[（(]?[一二三四五六七八九十]+[)）、.．]+\s*(?<name>.+?)\s*([（(].*[)）])?\s*$")]
    private static partial Regex GroupLine();

    [GeneratedRegex(@"(20\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})")]
    private static partial Regex Day();
}

/// <summary>A line of a list of bodies.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Values">The trimmed texts by column, counted from 0.</param>
internal sealed record RosterLine(SourceLocation Place, Dictionary<int, string> Values)
{
    /// <summary>The only text of the line; null if there are several or none.</summary>
    public string? OnlyText => Values.Values.Where(v => v.Length > 0).Take(2).ToList() is [var only] ? only : null;

    /// <summary>Whether the line adds up the others.</summary>
    public bool IsTotal => Values.OrderBy(v => v.Key).Select(v => v.Value).FirstOrDefault(v => v.Length > 0) is { } first
        && RosterReader.NoBody().IsMatch(Roster.Normalize(first));

    /// <summary>The text in a column; empty if there is none.</summary>
    public string At(int column) => Values.GetValueOrDefault(column, "");
}
