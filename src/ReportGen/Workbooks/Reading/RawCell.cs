namespace ReportGen.Workbooks.Reading;

/// <summary>The type of value in a cell.</summary>
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

/// <summary>A cell as stored in the file, without interpretation.</summary>
public sealed record RawCell
{
    /// <summary>The address.</summary>
    public required CellAddress Address { get; init; }

    /// <summary>The type of the value.</summary>
    public required RawCellKind Kind { get; init; }

    /// <summary>
    /// The value as text: text with <c>\n</c> for line breaks, a number in invariant format, a date as
    /// <c>yyyy-MM-dd</c>, an error as its code; empty for an empty cell.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>
    /// The number, rounded to 15 significant digits as in spreadsheet programs, or the serial number of a date; null for other
    /// types.
    /// </summary>
    public decimal? Number { get; init; }

    /// <summary>The date and time of a <see cref="RawCellKind.Date"/>; null for other types.</summary>
    public DateTime? Date { get; init; }

    /// <summary>
    /// Whether the value is the result of a formula. Always false for an .xls, as the reader does not provide it.
    /// </summary>
    public bool IsFormula { get; init; }

    /// <summary>Whether <see cref="UnsafeCharacters"/> were removed from <see cref="Text"/>.</summary>
    public bool HadControlCharacters { get; init; }

    /// <summary>Whether the cell is a formula without a stored result.</summary>
    public bool HasNoStoredValue => Kind == RawCellKind.Empty && IsFormula;

    /// <summary>Whether the cell has a value or a formula.</summary>
    public bool IsFilled => Kind != RawCellKind.Empty || IsFormula;

    /// <summary>Creates an empty cell.</summary>
    public static RawCell EmptyAt(CellAddress address) => new() { Address = address, Kind = RawCellKind.Empty, Text = "" };

    /// <summary>Creates a text cell without <see cref="UnsafeCharacters"/>.</summary>
    internal static RawCell OfText(CellAddress address, string text)
    {
        var clean = UnsafeCharacters.Remove(text);
        var cell = clean.Length == 0
            ? EmptyAt(address)
            : new RawCell { Address = address, Kind = RawCellKind.Text, Text = clean };
        return cell with { HadControlCharacters = clean.Length < text.Length };
    }

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
