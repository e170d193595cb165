using System.Security.Cryptography;
using ReportGen.Diagnostics;

namespace ReportGen.Workbooks;

/// <summary>
/// Opens a file as a workbook. What it is is told by its content, not by its name; whatever it turns out to be, the
/// answer is a value that says so.
/// </summary>
public sealed class WorkbookOpener(WorkbookLimits? limits = null)
{
    private readonly WorkbookLimits _limits = limits ?? WorkbookLimits.Default;

    /// <summary>Reads a file from disk. Programs that have it open for writing do not hinder reading it.</summary>
    public OpenedWorkbook Open(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > _limits.FileBytes)
                return Refuse(FileMessages.TooLarge(path, stream.Length, _limits.FileBytes));
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return Open(content, path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refuse(FileMessages.Missing(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new OpenedWorkbook { State = WorkbookState.NotReady, Diagnostics = [FileMessages.Unreadable(path, e.Message)] };
        }
    }

    /// <summary>Reads a workbook from memory.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="file">The path or name that findings and the result shall show.</param>
    public OpenedWorkbook Open(ReadOnlyMemory<byte> content, string file)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var result = Judge(content, file, sha256);
        return result with { Content = content, Sha256 = sha256 };
    }

    private OpenedWorkbook Judge(ReadOnlyMemory<byte> content, string file, string sha256)
    {
        var bytes = content.Span;
        if (bytes.Length > _limits.FileBytes) return Refuse(FileMessages.TooLarge(file, bytes.Length, _limits.FileBytes));
        if (bytes.IsEmpty) return NotReady(FileMessages.Empty(file));
        if (bytes.IndexOfAnyExcept((byte)0) < 0) return NotReady(FileMessages.Truncated(file));
        if (IsCutShort(bytes)) return NotReady(FileMessages.Truncated(file));
        if (bytes.StartsWith("PK"u8)) return Read(new XlsxReader(_limits), content, file, sha256);
        if (!bytes.StartsWith(CompoundFile.Signature)) return Refuse(FileMessages.OtherFormat(file, FormatSniffer.Sniff(bytes)));
        return JudgeCompound(content, file, sha256);
    }

    private OpenedWorkbook JudgeCompound(ReadOnlyMemory<byte> content, string file, string sha256)
    {
        var frame = CompoundFile.Parse(content.Span);
        if (frame.IsDamaged) return Refuse(FileMessages.Damaged(file, "OLE"));
        if (frame.IsTruncated) return NotReady(FileMessages.Truncated(file));
        if (frame.Has("EncryptedPackage")) return Refuse(FileMessages.Encrypted(file));
        if (file.EndsWith(".et", StringComparison.OrdinalIgnoreCase))
            return Refuse(FileMessages.OtherFormat(file, FileFormat.WpsTable));
        if (frame.Has("Workbook") || frame.Has("Book")) return Read(new XlsReader(_limits), content, file, sha256);
        return Refuse(FileMessages.OtherFormat(file, OtherOle(frame)));
    }

    private static FileFormat OtherOle(CompoundFile frame) =>
        frame.Has("WordDocument") ? FileFormat.Word
        : frame.Has("PowerPoint Document") ? FileFormat.PowerPoint
        : FileFormat.OtherOle;

    private static OpenedWorkbook Read(IWorkbookReader reader, ReadOnlyMemory<byte> content, string file, string sha256)
    {
        try
        {
            return new OpenedWorkbook { State = WorkbookState.Opened, Workbook = reader.Read(content, file, sha256) };
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
            && bytes[Math.Max(0, bytes.Length - endRecord - longestComment)..].LastIndexOf("PK\x05\x06"u8) < 0;
    }

    private static OpenedWorkbook Refuse(Diagnostic reason) => new() { State = WorkbookState.Refused, Diagnostics = [reason] };

    private static OpenedWorkbook NotReady(Diagnostic reason) => new() { State = WorkbookState.NotReady, Diagnostics = [reason] };
}
