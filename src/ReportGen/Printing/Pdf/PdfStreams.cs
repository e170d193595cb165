using System.Buffers;
using System.IO.Compression;

namespace ReportGen.Printing.Pdf;

/// <summary>
/// Decodes and encodes streams. What it returns is valid until the next call. Not thread-safe; dispose of it to give its buffer
/// back.
/// </summary>
internal sealed class PdfStreams : IDisposable
{
    private const int MaxLength = 128 * 1024 * 1024;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);

    /// <summary>The data of a stream that is not encoded or by <c>FlateDecode</c> without predictor.</summary>
    /// <param name="file">The file.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="needed">The number of bytes after which decoding stops; the data has fewer if it is shorter.</param>
    /// <exception cref="PdfFormatException">The data is damaged, encoded in another way, or too long.</exception>
    public ReadOnlySpan<byte> Decode(PdfFile file, PdfObject stream, int needed = int.MaxValue)
    {
        var dictionary = stream.Dictionary ?? throw new PdfFormatException($"object {stream.Number} is not a stream");
        if (file.Items(dictionary["Filter"]).ToList() is not { Count: > 0 } filters) return stream.Data.Span;
        if (filters is not [PdfName { Text: "FlateDecode" }] || dictionary.Has("DecodeParms"))
            throw new PdfFormatException($"the stream of object {stream.Number} is encoded in an unexpected way");
        try
        {
            return Inflate(stream.Data, needed);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // zlib reports a missing dictionary as an IOException.
            throw new PdfFormatException($"the stream of object {stream.Number} is damaged");
        }
    }

    /// <summary>Compresses data for <c>FlateDecode</c>. The same runtime gives the same bytes.</summary>
    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var output = new MemoryStream(data.Length / 4);
        using (var encoder = new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true)) encoder.Write(data);
        return output.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private ReadOnlySpan<byte> Inflate(ReadOnlyMemory<byte> data, int needed)
    {
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(data, out var array);
        using var decoder = new ZLibStream(
            new MemoryStream(array.Array!, array.Offset, array.Count, writable: false), CompressionMode.Decompress);
        for (var length = 0; ;)
        {
            if (length == _buffer.Length) Grow();
            var read = decoder.Read(_buffer, length, Math.Min(_buffer.Length, needed) - length);
            length += read;
            if (read == 0 || length >= needed) return _buffer.AsSpan(0, length);
        }
    }

    private void Grow()
    {
        if (_buffer.Length >= MaxLength) throw new PdfFormatException("a stream is too long");
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
