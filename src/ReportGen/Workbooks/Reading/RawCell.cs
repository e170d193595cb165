namespace ReportGen.Workbooks.Reading;

/// <summary>What a worksheet's cell holds.</summary>
public enum RawCellKind
{
    /// <summary>Nothing: no value, or a formula without a stored one.</summary>
    Empty,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,

    /// <summary>TRUE or FALSE.</summary>
    Boolean,

    /// <summary>An error value such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>A number shown as a date or time.</summary>
    Date,
}

/// <summary>A cell as the file has it, before anyone asks what it means.</summary>
public sealed record RawCell
{
    /// <summary>Where the cell stands.</summary>
    public required CellAddress Address { get; init; }

    /// <summary>What it holds.</summary>
    public required RawCellKind Kind { get; init; }

    /// <summary>
    /// The value as text: text with <c>\n</c> for every line break, a number in invariant form, a date as
    /// <c>yyyy-MM-dd</c>, an error by its code; empty for an empty cell.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The number, with at most 15 significant digits as spreadsheet programs show them; a date's serial number; otherwise null.</summary>
    public decimal? Number { get; init; }

    /// <summary>The date and time of a <see cref="RawCellKind.Date"/>; otherwise null.</summary>
    public DateTime? Date { get; init; }

    /// <summary>Whether the value comes from a formula. Always false in an .xls, which does not tell.</summary>
    public bool IsFormula { get; init; }

    /// <summary>Whether control characters were taken out of <see cref="Text"/>.</summary>
    public bool HadControlCharacters { get; init; }

    /// <summary>Whether it is a formula whose result the file does not hold.</summary>
    public bool HasNoStoredValue => Kind == RawCellKind.Empty && IsFormula;

    /// <summary>Whether something stands in it: a value, or a formula.</summary>
    public bool IsFilled => Kind != RawCellKind.Empty || IsFormula;

    /// <summary>A cell in which nothing stands.</summary>
    public static RawCell EmptyAt(CellAddress address) => new() { Address = address, Kind = RawCellKind.Empty, Text = "" };

    /// <summary>A cell with text, which loses its control characters except tabs and line breaks.</summary>
    internal static RawCell OfText(CellAddress address, string text)
    {
        var clean = text.Any(IsControl) ? string.Concat(text.Where(c => !IsControl(c))) : text;
        var cell = clean.Length == 0 ? EmptyAt(address) : new RawCell { Address = address, Kind = RawCellKind.Text, Text = clean };
        return cell with { HadControlCharacters = clean.Length < text.Length };
    }

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    internal static RawCell OfNumber(CellAddress address, decimal number) => new()
    {
        Address = address, Kind = RawCellKind.Number, Text = SpreadsheetNumber.Format(number), Number = number,
    };

    internal static RawCell OfDate(CellAddress address, DateTime date, decimal? serial) => new()
    {
        Address = address, Kind = RawCellKind.Date, Text = SpreadsheetNumber.Format(date), Number = serial, Date = date,
    };

    internal static RawCell OfBoolean(CellAddress address, bool value) =>
        new() { Address = address, Kind = RawCellKind.Boolean, Text = value ? "TRUE" : "FALSE" };
}
