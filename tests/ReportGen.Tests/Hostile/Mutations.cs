namespace ReportGen.Tests.Hostile;

/// <summary>Changes bytes at random: flipped, overwritten, repeated, removed, cut, with values that often matter.</summary>
/// <param name="seed">The same seed makes the same changes.</param>
internal sealed class Mutations(int seed)
{
    private static readonly byte[] s_telling =
        [0, 1, 0x7F, 0x80, 0xFF, 0xFE, (byte)'<', (byte)'>', (byte)'&', (byte)'"', (byte)'9', (byte)'-'];

    private readonly Random _random = new(seed);

    /// <summary>A number below a limit.</summary>
    public int Next(int limit) => _random.Next(limit);

    /// <summary>Returns a changed copy.</summary>
    public byte[] Of(ReadOnlySpan<byte> content)
    {
        var bytes = new List<byte>(content.Length + 64);
        bytes.AddRange(content);
        for (var changes = 1 + _random.Next(6); changes > 0 && bytes.Count > 8; changes--) Change(bytes);
        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count);
        var length = Math.Min(1 + _random.Next(16), bytes.Count - at);
        switch (_random.Next(7))
        {
            case 0: bytes[at] ^= (byte)(1 << _random.Next(8)); break;
            case 1: bytes[at] = s_telling[_random.Next(s_telling.Length)]; break;
            case 2: for (var i = 0; i < length; i++) bytes[at + i] = s_telling[_random.Next(s_telling.Length)]; break;
            case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 4: bytes.RemoveRange(at, length); break;
            case 5: bytes[at] = (byte)_random.Next(256); break;
            default:
                var from = _random.Next(bytes.Count - length + 1);
                for (var i = 0; i < length; i++) bytes[at + i] = bytes[from + i];
                break;
        }
    }
}
