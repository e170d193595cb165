namespace ReportGen.Publishing;

/// <summary>
/// The file operations used for publishing. A file survives a power failure whole only if its content is flushed before the file
/// is renamed into place; tests override the operations to observe that order.
/// </summary>
internal class FileOperations
{
    /// <summary>The operations of the file system.</summary>
    public static FileOperations Default { get; } = new();

    /// <summary>Opens a file.</summary>
    public virtual FileStream Open(string path, FileMode mode, FileAccess access, FileShare share) =>
        new(path, mode, access, share);

    /// <summary>Renames a file; one that is at the new place is replaced if <paramref name="overwrite"/> is set.</summary>
    public virtual void Move(string from, string to, bool overwrite) => File.Move(from, to, overwrite);

    /// <summary>Writes a file that does not exist yet and flushes it to the disk.</summary>
    public void WriteFlushed(string path, ReadOnlySpan<byte> content)
    {
        using var stream = Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }
}
