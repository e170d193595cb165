using System.Buffers.Text;

namespace ReportGen.Printing.Pdf;

/// <summary>
/// Renumbers the ids of structure elements, which continue to count when a page of the browser is reused. They are overwritten
/// with the same length, before the objects are parsed.
/// </summary>
internal static class ElementIds
{
    private const int Digits = 8;

    /// <summary>Renumbers the ids from 1, in the bytes of the file.</summary>
    public static void Renumber(PdfFile file)
    {
        var positions = new List<int>();
        foreach (var item in file.Objects)
        {
            var text = item.Raw;
            var stream = text.IndexOf(">> stream\n"u8);
            Collect(stream < 0 ? text : text[..stream], item.Start, positions);
        }
        Renumber(file.Bytes, positions);
    }

    private static void Collect(ReadOnlySpan<byte> text, int offset, List<int> positions)
    {
        for (var from = 0; text[from..].IndexOf("(node"u8) is >= 0 and var found;)
        {
            from += found + "(node"u8.Length;
            if (from + Digits < text.Length && text[from + Digits] == ')' && TryNumber(text[from..], out _))
                positions.Add(offset + from);
        }
    }

    // Renumbered by rank, so that the order of the ids, by which their index is sorted, does not change.
    private static void Renumber(byte[] pdf, List<int> positions)
    {
        var ranks = new Dictionary<int, int>();
        foreach (var position in positions) ranks[NumberAt(pdf, position)] = 0;
        var rank = 0;
        foreach (var number in ranks.Keys.Order().ToArray()) ranks[number] = ++rank;
        foreach (var position in positions)
            ranks[NumberAt(pdf, position)].TryFormat(pdf.AsSpan(position, Digits), out _, "D8", CultureInfo.InvariantCulture);
    }

    private static int NumberAt(byte[] pdf, int position) => TryNumber(pdf.AsSpan(position), out var number) ? number : 0;

    private static bool TryNumber(ReadOnlySpan<byte> text, out int number) =>
        Utf8Parser.TryParse(text[..Digits], out number, out var used) && used == Digits && number >= 0;
}
