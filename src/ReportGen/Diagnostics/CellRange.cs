namespace ReportGen.Diagnostics;

/// <summary>A rectangular range of cells.</summary>
/// <param name="First">Its upper left cell.</param>
/// <param name="Last">Its lower right cell.</param>
public readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    /// <summary>Parses a range such as <c>A1:C3</c>, or a single cell.</summary>
    /// <returns>False if <paramref name="text"/> is not a range from its upper left to its lower right cell.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        range = default;
        var colon = text.IndexOf(':');
        if (!CellAddress.TryParse(colon < 0 ? text : text[..colon], out var first)) return false;
        var last = first;
        if (colon >= 0 && !CellAddress.TryParse(text[(colon + 1)..], out last)) return false;
        if (last.Row < first.Row || last.Column < first.Column) return false;
        range = new CellRange(first, last);
        return true;
    }

    /// <summary>Whether the range contains <paramref name="address"/>.</summary>
    public bool Contains(CellAddress address) =>
        address.Row >= First.Row && address.Row <= Last.Row
        && address.Column >= First.Column && address.Column <= Last.Column;

    /// <summary>The range in A1 notation, such as <c>A1:C3</c>; a single cell as its address.</summary>
    public override string ToString() => First == Last ? $"{First}" : $"{First}:{Last}";
}
