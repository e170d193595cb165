using System.Buffers.Binary;
using ReportGen.Files;

namespace ReportGen.Workbooks.Reading;

/// <summary>
/// Opens files as workbooks. The format is detected by content, not by name. Unusable files are reported in the result,
/// not thrown. Thread-safe.
/// </summary>
public sealed class WorkbookOpener(WorkbookLimits? limits = null)
{
    private readonly WorkbookLimits _limits = limits ?? WorkbookLimits.Default;

    /// <summary>Reads a workbook from disk, even if another program has it open for writing.</summary>
    public OpenedWorkbook Open(string path) => Open(Load(path));

    /// <summary>Reads a workbook from memory.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="file">The path or name shown in findings and in the result.</param>
    public OpenedWorkbook Open(ReadOnlyMemory<byte> content, string file) => Open(new WorkbookFile(file, content));

    /// <summary>Reads a workbook from a loaded file.</summary>
    public OpenedWorkbook Open(WorkbookFile file) =>
        (file.NotLoaded ?? Evaluate(file.Content, file.Name, file.Sha256)) with { Content = file.Content, Sha256 = file.Sha256 };

    /// <summary>Loads a file from disk and hashes it without parsing, even if another program has it open for writing.</summary>
    public WorkbookFile Load(string path)
    {
        try
        {
            using var stream = RegularFile.Open(path);
            if (stream.Length <= _limits.FileBytes) return new WorkbookFile(path, ContentOf(stream));
            return new WorkbookFile(path, Refuse(FileMessages.TooLarge(path, stream.Length, _limits.FileBytes)), stream);
        }
        catch (NotRegularFileException)
        {
            return new WorkbookFile(path, Refuse(FileMessages.NotRegular(path)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new WorkbookFile(path, Refuse(FileMessages.Missing(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new WorkbookFile(path, NotReady(FileMessages.Unreadable(path, e.Message)));
        }
    }

    /// <summary>Checks whether a file can be read and is complete, without reading its cells.</summary>
    /// <returns>The reason to wait for the file; null if it is complete, or is not a workbook at all.</returns>
    public Diagnostic? WhyNotReady(string path)
    {
        try
        {
            using var stream = RegularFile.Open(path);
            return stream.Length > _limits.FileBytes ? null : WhyNotWhole(ContentOf(stream), path);
        }
        catch (NotRegularFileException)
        {
            // It will never be a workbook.
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileMessages.Unreadable(path, e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // An internal error is reported when the file is read.
            return null;
        }
    }

    private static Diagnostic? WhyNotWhole(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.IsEmpty) return FileMessages.Empty(file);
        var isCut = bytes.IndexOfAnyExcept((byte)0) < 0 || IsCutShort(bytes)
            || (bytes.StartsWith(CompoundFile.Signature) && CompoundFile.Parse(bytes) is { IsDamaged: false, IsTruncated: true });
        return isCut ? FileMessages.Truncated(file) : null;
    }

    private static byte[] ContentOf(FileStream stream)
    {
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private OpenedWorkbook Evaluate(ReadOnlyMemory<byte> content, string file, string sha256)
    {
        var bytes = content.Span;
        if (bytes.Length > _limits.FileBytes) return Refuse(FileMessages.TooLarge(file, bytes.Length, _limits.FileBytes));
        if (WhyNotWhole(bytes, file) is { } reason) return NotReady(reason);
        if (bytes.StartsWith("PK"u8)) return Read(() => new XlsxReader(_limits).Read(content, file, sha256));
        if (!bytes.StartsWith(CompoundFile.Signature)) return Refuse(FileMessages.OtherFormat(file, FileFormat.Of(bytes)));
        return EvaluateCompound(content, file, sha256);
    }

    private OpenedWorkbook EvaluateCompound(ReadOnlyMemory<byte> content, string file, string sha256)
    {
        var frame = CompoundFile.Parse(content.Span);
        if (frame.IsDamaged) return Refuse(FileMessages.Damaged(file, "OLE"));
        if (frame.Has("EncryptedPackage")) return Refuse(FileMessages.Encrypted(file));
        if (file.EndsWith(".et", StringComparison.OrdinalIgnoreCase))
            return Refuse(FileMessages.OtherFormat(file, FileFormat.WpsTable));
        if (frame.Has("Workbook") || frame.Has("Book")) return Read(() => new XlsReader(_limits).Read(content, file, sha256));
        return Refuse(FileMessages.OtherFormat(file, OtherOle(frame)));
    }

    private static FileFormat OtherOle(CompoundFile frame) =>
        frame.Has("WordDocument") ? FileFormat.Word
        : frame.Has("PowerPoint Document") ? FileFormat.PowerPoint
        : FileFormat.OtherOle;

    private static OpenedWorkbook Read(Func<RawWorkbook> read)
    {
        try
        {
            return new OpenedWorkbook { State = WorkbookState.Opened, Workbook = read() };
        }
        catch (WorkbookRefusedException e)
        {
            return Refuse(e.Reason);
        }
    }

    private static bool IsCutShort(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < CompoundFile.Signature.Length && CompoundFile.Signature.StartsWith(bytes)) return true;
        const int endRecord = 22, longestComment = 65_535;
        return bytes.StartsWith("PK\x03\x04"u8)
            && bytes[Math.Max(0, bytes.Length - endRecord - longestComment)..].LastIndexOf("PK\x05\x06"u8) < 0
            && !HasBytesAfterDirectory(bytes);
    }

    // The directory of a package is its end. If other bytes follow the last entry, the file is whole but damaged.
    private static bool HasBytesAfterDirectory(ReadOnlySpan<byte> bytes)
    {
        const int entryHead = 46;
        var last = bytes.LastIndexOf("PK\x01\x02"u8);
        if (last < 0 || last + entryHead > bytes.Length) return false;
        var lengths = bytes.Slice(last + 28, 6);
        var end = last + entryHead + BinaryPrimitives.ReadUInt16LittleEndian(lengths)
            + BinaryPrimitives.ReadUInt16LittleEndian(lengths[2..]) + BinaryPrimitives.ReadUInt16LittleEndian(lengths[4..]);
        // A package in the package has a directory and an end of its own.
        return end + 4 <= bytes.Length && !bytes[end..].StartsWith("PK\x06\x06"u8) && !bytes[end..].StartsWith("PK\x05\x06"u8);
    }

    private static OpenedWorkbook Refuse(Diagnostic reason) => new() { State = WorkbookState.Refused, Diagnostics = [reason] };

    private static OpenedWorkbook NotReady(Diagnostic reason) => new() { State = WorkbookState.NotReady, Diagnostics = [reason] };
}
