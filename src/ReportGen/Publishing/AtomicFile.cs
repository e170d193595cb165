namespace ReportGen.Publishing;

/// <summary>Writes one file so that it appears whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>Writes <paramref name="content"/> aside, flushes it, and renames it into place. Folders that are missing are made.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="content">All of its bytes.</param>
    /// <exception cref="IOException">The disk is full, or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, FileOperations.Default);

    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte})"/>
    internal static void Write(string path, ReadOnlySpan<byte> content, FileOperations files)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, $".{Guid.NewGuid():n}.tmp");
        try
        {
            files.WriteFlushed(aside, content);
            files.Move(aside, full, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>As <see cref="Write(string, ReadOnlySpan{byte})"/>; gives
    /// the reason when the file cannot be written, null if it was.</summary>
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
}
