using System.Buffers.Text;

namespace ReportGen.Printing.Pdf;

/// <summary>Iterates over the operators of a content stream, with the text of their operands.</summary>
internal ref struct ContentScanner(ReadOnlySpan<byte> content)
{
    private readonly ReadOnlySpan<byte> _content = content;

    /// <summary>The current operator; <see cref="Op.Unknown"/> if it is longer than three letters.</summary>
    public int Operator { get; private set; }

    /// <summary>The position of the first operand, or of the operator if it has none.</summary>
    public int Start { get; private set; }

    /// <summary>The position after the operator.</summary>
    public int End { get; private set; }

    public ReadOnlySpan<byte> Operands { get; private set; }

    /// <summary>The letters of the operator.</summary>
    public readonly ReadOnlySpan<byte> Text => _content[(Start + Operands.Length)..End];

    /// <summary>Moves to the next operator. An inline image is one operator, <see cref="Op.BI"/>, with its dictionary.</summary>
    public bool MoveNext()
    {
        var at = End;
        var first = -1;
        var depth = 0;
        while (at < _content.Length)
        {
            var b = _content[at];
            if (PdfReader.IsSpace(b))
            {
                at++;
                continue;
            }
            if (first < 0) first = at;
            if (!PdfReader.IsRegular(b))
            {
                at = SkipDelimited(at, ref depth);
                continue;
            }
            var start = at;
            while (++at < _content.Length && PdfReader.IsRegular(_content[at]))
            {
            }
            if (depth > 0 || b is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-' or (byte)'+') continue;
            return Found(first, start, at);
        }
        Operator = 0;
        return false;
    }

    /// <summary>The name that the operands begin with, without its slash; empty if they begin otherwise.</summary>
    public readonly ReadOnlySpan<byte> FirstName()
    {
        if (Operands.IsEmpty || Operands[0] != '/') return [];
        var length = 1;
        while (length < Operands.Length && PdfReader.IsRegular(Operands[length])) length++;
        return Operands[1..length];
    }

    /// <summary>The number of marked content in the operands; negative if there is none.</summary>
    public readonly int MarkedContentId()
    {
        var at = Operands.IndexOf("/MCID "u8);
        return at >= 0 && Utf8Parser.TryParse(Operands[(at + 6)..], out int number, out _) ? number : -1;
    }

    private bool Found(int first, int start, int end)
    {
        Operator = Op.Of(_content[start..end]);
        Start = first;
        End = Operator == Op.BI ? EndOfImage(end) : end;
        Operands = Operator == Op.BI ? _content[end..End] : _content[first..start];
        return true;
    }

    private readonly int EndOfImage(int at)
    {
        var end = _content[at..].IndexOf("\nEI"u8);
        return end < 0 ? _content.Length : at + end + 3;
    }

    private readonly int SkipDelimited(int at, ref int depth)
    {
        switch (_content[at])
        {
            case (byte)'/':
                while (++at < _content.Length && PdfReader.IsRegular(_content[at]))
                {
                }
                return at;
            case (byte)'(': return SkipString(at);
            case (byte)'<' when at + 1 < _content.Length && _content[at + 1] != '<':
            case (byte)'%':
                var close = _content[at] == '<' ? (byte)'>' : (byte)'\n';
                var length = _content[at..].IndexOf(close);
                return length < 0 ? _content.Length : at + length + 1;
            case (byte)'<' or (byte)'[': depth++; break;
            case (byte)'>' or (byte)']': depth--; break;
        }
        return at + (_content[at] is (byte)'<' or (byte)'>' ? 2 : 1);
    }

    private readonly int SkipString(int at)
    {
        var open = 0;
        for (; at < _content.Length; at++)
        {
            var b = _content[at];
            if (b == '\\') at++;
            else if (b == '(') open++;
            else if (b == ')' && --open == 0) return at + 1;
        }
        return at;
    }
}

/// <summary>The operators of content streams (ISO 32000-1, table A.1) as numbers: their letters, the first one lowest.</summary>
internal static class Op
{
    public const int Unknown = -1;
    public const int BT = 'B' | ('T' << 8), ET = 'E' | ('T' << 8), Tj = 'T' | ('j' << 8), TJ = 'T' | ('J' << 8);
    public const int Apostrophe = '\'', Quotation = '"', Tf = 'T' | ('f' << 8), BI = 'B' | ('I' << 8);
    public const int BDC = 'B' | ('D' << 8) | ('C' << 16), BMC = 'B' | ('M' << 8) | ('C' << 16);
    public const int EMC = 'E' | ('M' << 8) | ('C' << 16), Do = 'D' | ('o' << 8), Sh = 's' | ('h' << 8);
    public const int Save = 'q', Restore = 'Q', EndPath = 'n';
    public const int MoveTo = 'm', Rectangle = 'r' | ('e' << 8), Intent = 'r' | ('i' << 8);
    public const int FillRgb = 'r' | ('g' << 8), StrokeRgb = 'R' | ('G' << 8), FillGray = 'g', StrokeGray = 'G';
    public const int FillCmyk = 'k', StrokeCmyk = 'K', FillSpace = 'c' | ('s' << 8), StrokeSpace = 'C' | ('S' << 8);

    private const int ShortOperators = 65536;

    private static readonly HashSet<int> s_known =
    [
        .. ("b b* B B* BDC BI BMC BT BX c cm cs CS d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG "
            + "rg ri s S sc SC scn SCN sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"").Split(' ')
            .Select(o => Of(Encoding.ASCII.GetBytes(o))),
    ];

    // By the two letters that most operators have at most.
    private static readonly bool[] s_isShortKnown = [.. Enumerable.Range(0, ShortOperators).Select(s_known.Contains)];

    public static int Of(ReadOnlySpan<byte> letters) => letters.Length switch
    {
        1 => letters[0],
        2 => letters[0] | (letters[1] << 8),
        3 => letters[0] | (letters[1] << 8) | (letters[2] << 16),
        _ => Unknown,
    };

    public static bool IsKnown(int op) => op is >= 0 and < ShortOperators ? s_isShortKnown[op] : s_known.Contains(op);

    /// <summary>Whether the operator paints a path: f F f* B B* b b* s S.</summary>
    public static bool PaintsPath(int op) => (op & 0xFF) is 'f' or 'F' or 'B' or 'b' or 's' or 'S' && op >> 8 is 0 or '*';

    /// <summary>Whether the operator paints an object, an image or a shading.</summary>
    public static bool PaintsObject(int op) => op is Do or BI or Sh;

    /// <summary>Whether the operator shows text.</summary>
    public static bool ShowsText(int op) => op is Tj or TJ or Apostrophe or Quotation;
}

/// <summary>What the marked-content sequences that are open say about the content within them.</summary>
internal sealed class MarkStack
{
    private readonly Stack<Mark> _open = [];

    public int Count => _open.Count;

    public bool IsTagged { get; private set; }

    public bool IsArtifact { get; private set; }

    /// <summary>Opens a sequence. Its content is tagged, an artifact, or as that around it.</summary>
    public void Open(bool isTagged, bool isArtifact)
    {
        _open.Push(new(IsTagged, IsArtifact));
        IsTagged |= isTagged;
        IsArtifact |= isArtifact;
    }

    /// <summary>Closes the last sequence; false if none is open.</summary>
    public bool Close()
    {
        if (!_open.TryPop(out var before)) return false;
        (IsTagged, IsArtifact) = (before.IsTagged, before.IsArtifact);
        return true;
    }

    private readonly record struct Mark(bool IsTagged, bool IsArtifact);
}
