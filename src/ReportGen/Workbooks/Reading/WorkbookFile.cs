using System.Security.Cryptography;

namespace ReportGen.Workbooks.Reading;

/// <summary>A file that was loaded once, to be hashed, compared and opened without being read again.</summary>
public sealed class WorkbookFile
{
    /// <summary>A file in memory.</summary>
    /// <param name="name">The path or name that findings shall show.</param>
    /// <param name="content">The whole file.</param>
    public WorkbookFile(string name, ReadOnlyMemory<byte> content) =>
        (Name, Content, Sha256) = (name, content, Convert.ToHexStringLower(SHA256.HashData(content.Span)));

    internal WorkbookFile(string name, OpenedWorkbook refusal, Stream? content = null) =>
        (Name, Refusal, Sha256) = (name, refusal, content is null ? "" : Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>The path or name that findings show.</summary>
    public string Name { get; }

    /// <summary>All bytes; empty when the file could not be read, or is larger than a workbook may be.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The SHA-256 of the file, 64 lower-case hexadecimal digits; empty where it could not be read.</summary>
    public string Sha256 { get; } = "";

    /// <summary>Why it is not opened at all; null when it was loaded.</summary>
    internal OpenedWorkbook? Refusal { get; }
}
