using System.Security.Cryptography;

namespace ReportGen.Workbooks.Reading;

/// <summary>A file loaded into memory, to be hashed, compared and opened without reading it again.</summary>
public sealed class WorkbookFile
{
    /// <summary>Creates a file from its content.</summary>
    /// <param name="name">The path or name shown in findings.</param>
    /// <param name="content">The whole file.</param>
    public WorkbookFile(string name, ReadOnlyMemory<byte> content) =>
        (Name, Content, Sha256) = (name, content, Convert.ToHexStringLower(SHA256.HashData(content.Span)));

    internal WorkbookFile(string name, OpenedWorkbook notLoaded, Stream? content = null) =>
        (Name, NotLoaded, Sha256) = (name, notLoaded, content is null ? "" : Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>The path or name shown in findings.</summary>
    public string Name { get; }

    /// <summary>The content; empty if the file could not be read or is too large.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The SHA-256 of the file, 64 lower-case hexadecimal digits; empty if it could not be read.</summary>
    public string Sha256 { get; } = "";

    /// <summary>The reason why the file was not loaded; null if it was.</summary>
    internal OpenedWorkbook? NotLoaded { get; }
}
