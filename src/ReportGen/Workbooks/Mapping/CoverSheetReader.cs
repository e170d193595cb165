using System.Text.RegularExpressions;
using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Reads a cover: each line has a label, and its value in the next filled cell to the right.</summary>
internal sealed partial class CoverSheetReader(SheetLabels labels, CoverSheet cover, FindingList findings)
{
    private readonly HashSet<CellAddress> _labelCells =
        [.. cover.Fields.SelectMany(f => CellsOf(labels, f)).Select(l => l.Cell.Address)];

    /// <summary>Reads all fields of the cover, in the kind's order.</summary>
    public ImmutableArray<Field> Read() => [.. cover.Fields.Select(ReadField)];

    /// <summary>The empty fields of a cover that is missing from the workbook.</summary>
    public static IEnumerable<Field> None(CoverSheet cover) =>
        cover.Fields.Select(f => new Field { Id = f.Id, Name = f.Name, Text = "" });

    /// <summary>Parses a year such as <c>2025</c> or <c>２０２５年</c>, 1900 to 2099; null if the text is not one.</summary>
    public static int? ParseYear(string text)
    {
        var match = Year().Match(Plain(text));
        return match.Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    private Field ReadField(FieldDefinition definition)
    {
        var cells = CellsOf(labels, definition);
        if (cells.Count == 0) return Missing(definition);
        var label = cells.FirstOrDefault(c => ValueOf(c).Kind != RawCellKind.Empty) ?? cells[0];
        var value = ValueOf(label);
        foreach (var other in cells.Where(c => c != label && ValueOf(c).Text is { Length: > 0 } text && text != value.Text))
            findings.Add(SheetMessages.DuplicateField(definition, labels.At(other.Cell.Address), labels.At(label.Cell.Address)));
        var text = Interpret(definition, value);
        return new Field { Id = definition.Id, Name = definition.Name, Text = text, Location = labels.At(value.Address) };
    }

    private Field Missing(FieldDefinition definition)
    {
        if (definition.IsRequired)
        {
            var near = labels.Nearest(definition.Name, l => !_labelCells.Contains(l.Cell.Address));
            SourceLocation at = near is null ? labels.Location : labels.At(near.Cell.Address);
            findings.Add(SheetMessages.MissingField(definition, at, near?.Cell.Text));
        }
        return new Field { Id = definition.Id, Name = definition.Name, Text = "" };
    }

    private static IReadOnlyList<LabelCell> CellsOf(SheetLabels labels, FieldDefinition field)
    {
        var names = field.Synonyms.Prepend(field.Name).ToList();
        var exact = labels.Find(names, LabelLooseness.Exact);
        return exact.Count > 0 ? exact : labels.Find(names, LabelLooseness.IgnoreRemark);
    }

    private RawCell ValueOf(LabelCell label)
    {
        var sheet = labels.Sheet;
        var next = new CellAddress(label.Row, label.Range.Last.Column + 1);
        var filled = sheet.Cells.FirstOrDefault(c => c.Address.Row == label.Row && c.Address.Column >= next.Column && c.IsFilled);
        return filled is null || _labelCells.Contains(filled.Address) ? sheet[next] : filled;
    }

    private string Interpret(FieldDefinition field, RawCell cell)
    {
        var text = cell.Text.Trim();
        var (name, at) = ($"“{field.Name}”", labels.At(cell.Address));
        if (cell.Kind == RawCellKind.Error) findings.Add(CellMessages.ErrorValue(name, cell.Text, at));
        else if (cell.HasNoStoredValue) findings.Add(CellMessages.NoStoredValue(name, at));
        else if (text.Length == 0 && field.IsRequired) findings.Add(SheetMessages.EmptyField(field, labels.At(cell.Address)));
        if (text.Length == 0 || cell.Kind == RawCellKind.Error) return "";
        return field.Type switch
        {
            FieldType.Year => InterpretYear(field, cell, text),
            FieldType.Date => InterpretDate(field, cell, text),
            FieldType.Choice => InterpretChoice(field, cell, text),
            _ => text,
        };
    }

    private string InterpretYear(FieldDefinition field, RawCell cell, string text)
    {
        if (ParseYear(text) is { } year) return year.ToString(CultureInfo.InvariantCulture);
        findings.Add(SheetMessages.BadYear(field, text, labels.At(cell.Address)));
        return text;
    }

    private string InterpretDate(FieldDefinition field, RawCell cell, string text)
    {
        if (cell.Date is { } stored) return stored.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var match = Day().Match(Plain(text));
        if (match.Success
            && DateOnly.TryParse($"{match.Groups[1]}-{match.Groups[2]}-{match.Groups[3]}", CultureInfo.InvariantCulture,
                out var day))
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        findings.Add(SheetMessages.BadDate(field, text, labels.At(cell.Address)));
        return text;
    }

    private string InterpretChoice(FieldDefinition field, RawCell cell, string text)
    {
        var choice = field.Choices.FirstOrDefault(c => LabelText.Key(c) == LabelText.Key(text));
        if (choice is null) findings.Add(SheetMessages.BadChoice(field, text, labels.At(cell.Address)));
        return choice ?? text;
    }

    private static string Plain(string text) => PlainText.Of(text, 40);

    [GeneratedRegex("^((?:19|20)[0-9]{2})(?:年度?)?$")]
    private static partial Regex Year();

    [GeneratedRegex("^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$")]
    private static partial Regex Day();
}
