namespace ReportGen.Publishing;

/// <summary>Writes one file atomically: readers see either the old or the complete new content.</summary>
public static class AtomicFile
{
    /// <summary>Writes a temporary file, flushes it to disk and renames it into place. Creates missing folders.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="content">The complete content.</param>
    /// <exception cref="IOException">The disk is full, or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, FileOperations.Default);

    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte})"/>
    internal static void Write(string path, ReadOnlySpan<byte> content, FileOperations files)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():n}.tmp");
        try
        {
            files.WriteFlushed(temporary, content);
            files.Move(temporary, full, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    private static void TryDelete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is reported.
        }
    }

    /// <summary>
    /// Writes like <see cref="Write(string, ReadOnlySpan{byte})"/>; returns an error instead of throwing, otherwise null.
    /// </summary>
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
