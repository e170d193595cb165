namespace ReportGen.Workbooks.Reading.Xlsx;

/// <summary>Reads a decompressed part and throws if it exceeds the limits.</summary>
internal sealed class BoundedStream(Stream inner, long packedBytes, InflationBudget budget) : Stream
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
        budget.Spend(count, _read, packedBytes);
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

/// <summary>Counts the decompressed bytes of a workbook against the limits.</summary>
internal sealed class InflationBudget(string file, WorkbookLimits limits)
{
    private long _spent;

    /// <summary>Counts bytes that were read.</summary>
    /// <exception cref="WorkbookRefusedException">A limit is exceeded.</exception>
    public void Spend(int count, long partBytes, long packedBytes)
    {
        _spent += count;
        WorkbookRefusedException.ThrowIfOver(file, _spent, limits.InflatedBytes, "解压后的字节数", "bytes after unpacking");
        if (partBytes > limits.RatioCheckedFromBytes && partBytes > packedBytes * limits.InflationRatio)
            throw new WorkbookRefusedException(FileMessages.OverLimit(file, "压缩倍数", "compression ratio", limits.InflationRatio));
    }
}
