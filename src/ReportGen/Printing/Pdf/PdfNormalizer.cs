using System.Buffers.Text;

namespace ReportGen.Printing.Pdf;

/// <summary>
/// Makes the PDF of a document deterministic. Chromium's differ only in the print dates and the numbers of structure elements,
/// which continue to count when a page is reused. Both are overwritten with the same length, so that the cross-reference table
/// stays correct.
/// </summary>
internal static class PdfNormalizer
{
    private const int IdDigits = 8;
    private const int StampLength = 21;
    private static readonly byte[][] s_dateKeys = ["/CreationDate (D:"u8.ToArray(), "/ModDate (D:"u8.ToArray()];

    /// <summary>Rewrites <paramref name="pdf"/> in place; if <paramref name="date"/> is null, the PDF has no dates.</summary>
    public static void Normalize(byte[] pdf, DateOnly? date)
    {
        var stamp = date is { } day
            ? Encoding.ASCII.GetBytes(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "000000+00'00'")
            : null;
        var ids = new List<int>();
        for (var objects = new PdfObjects(pdf); objects.MoveNext();)
        {
            SetDates(pdf.AsSpan(objects.Current), stamp);
            CollectIds(pdf.AsSpan(objects.Current), objects.Current.Start.Value, ids);
        }
        Renumber(pdf, ids);
    }

    private static void SetDates(Span<byte> text, byte[]? stamp)
    {
        foreach (var key in s_dateKeys)
        {
            var at = text.IndexOf(key);
            var end = at + key.Length + StampLength;
            if (at < 0 || end >= text.Length || text[end] != ')') continue;
            if (stamp is null) text[at..(end + 1)].Fill((byte)' ');
            else stamp.CopyTo(text[(at + key.Length)..]);
        }
    }

    private static void CollectIds(ReadOnlySpan<byte> text, int offset, List<int> positions)
    {
        for (var from = 0; text[from..].IndexOf("(node"u8) is >= 0 and var found;)
        {
            from += found + "(node"u8.Length;
            if (from + IdDigits < text.Length && text[from + IdDigits] == ')' && TryNumber(text[from..], out _))
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
            ranks[NumberAt(pdf, position)].TryFormat(pdf.AsSpan(position, IdDigits), out _, "D8", CultureInfo.InvariantCulture);
    }

    private static int NumberAt(byte[] pdf, int position) => TryNumber(pdf.AsSpan(position), out var number) ? number : 0;

    private static bool TryNumber(ReadOnlySpan<byte> text, out int number) =>
        Utf8Parser.TryParse(text[..IdDigits], out number, out var used) && used == IdDigits && number >= 0;
}
