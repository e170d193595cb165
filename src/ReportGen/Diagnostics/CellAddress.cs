namespace ReportGen.Diagnostics;

/// <summary>A cell's address in a worksheet, such as <c>J12</c>. The default value is no address.</summary>
/// <param name="Row">The row, counted from 1.</param>
/// <param name="Column">The column, counted from 1 (A).</param>
public readonly record struct CellAddress(int Row, int Column) : IComparable<CellAddress>
{
    /// <summary>The largest row of a worksheet, 1,048,576.</summary>
    public const int MaxRow = 1_048_576;

    /// <summary>The largest column of a worksheet, 16,384 (XFD).</summary>
    public const int MaxColumn = 16_384;

    /// <summary>The letters of a column: 1 is A, 27 is AA.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="column"/> is less than 1.</exception>
    public static string ColumnLetters(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>Parses an address such as <c>J12</c> or <c>$J$12</c>.</summary>
    /// <returns>False if <paramref name="text"/> is not an address within a worksheet's bounds.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out CellAddress address)
    {
        address = default;
        int column = 0, row = 0, at = 0;
        if (at < text.Length && text[at] == '$') at++;
        for (; at < text.Length && char.IsAsciiLetter(text[at]) && column <= MaxColumn; at++)
            column = (column * 26) + (char.ToUpperInvariant(text[at]) - 'A' + 1);
        if (at < text.Length && text[at] == '$') at++;
        var digits = at;
        for (; at < text.Length && char.IsAsciiDigit(text[at]) && row <= MaxRow; at++) row = (row * 10) + (text[at] - '0');
        if (at != text.Length || at == digits || column is < 1 or > MaxColumn || row is < 1 or > MaxRow) return false;
        address = new CellAddress(row, column);
        return true;
    }

    /// <summary>Orders by row, then by column.</summary>
    public int CompareTo(CellAddress other) =>
        Row != other.Row ? Row.CompareTo(other.Row) : Column.CompareTo(other.Column);

    /// <summary>The address in A1 notation, such as <c>J12</c>; <c>?</c> for the default value.</summary>
    public override string ToString() =>
        Row < 1 || Column < 1 ? "?" : string.Create(CultureInfo.InvariantCulture, $"{ColumnLetters(Column)}{Row}");
}
