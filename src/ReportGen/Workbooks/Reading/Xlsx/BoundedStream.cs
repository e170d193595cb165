namespace ReportGen.Workbooks.Reading.Xlsx;

/// <summary>Reads a decompressed part and throws if it exceeds the limits.</summary>
internal sealed class BoundedStream(Stream inner, InflationBudget budget) : Stream
{
    private long _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
        budget.Spend(count);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Counts the decompressed bytes of a workbook, and of them the text that is kept, against the limits.</summary>
/// <param name="file">The path shown in findings.</param>
/// <param name="limits">The limits.</param>
/// <param name="fileBytes">The size of the file.</param>
internal sealed class InflationBudget(string file, WorkbookLimits limits, long fileBytes)
{
    private long _spent;
    private long _kept;

    /// <summary>Counts bytes that were read.</summary>
    /// <exception cref="WorkbookRefusedException">A limit is exceeded.</exception>
    public void Spend(int count)
    {
        _spent += count;
        WorkbookRefusedException.ThrowIfOver(file, _spent, limits.InflatedBytes, "解压后的字节数", "bytes after unpacking");
    }

    /// <summary>
    /// Counts text that is kept. Empty cells and styles, of which honest files may have very many, compress well and cost
    /// nothing.
    /// </summary>
    /// <exception cref="WorkbookRefusedException">A limit is exceeded.</exception>
    public void Keep(int characters)
    {
        _kept += sizeof(char) * (long)characters;
        if (_kept > limits.RatioCheckedFromBytes && _kept > fileBytes * limits.InflationRatio)
            throw new WorkbookRefusedException(FileMessages.OverLimit(file, "压缩倍数", "compression ratio", limits.InflationRatio));
    }
}
