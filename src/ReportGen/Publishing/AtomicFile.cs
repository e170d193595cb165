namespace ReportGen.Publishing;

/// <summary>Writes one file so that it appears whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>Writes <paramref name="content"/> aside, flushes it, and renames it into place. Folders that are missing are made.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="content">All of its bytes.</param>
    /// <exception cref="IOException">The disk is full, or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, $".{Guid.NewGuid():n}.tmp");
        try
        {
            WriteFlushed(aside, content);
            File.Move(aside, full, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>As <see cref="Write"/>; gives the reason when the file cannot be written, null if it was.</summary>
    public static Diagnostic? TryWrite(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            Write(path, content);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PublishingMessages.CannotWrite(path, e.Message);
        }
    }

    /// <summary>Writes a file that does not exist yet and flushes it to the disk.</summary>
    internal static void WriteFlushed(string path, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }
}
