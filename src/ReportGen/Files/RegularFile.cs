namespace ReportGen.Files;

/// <summary>
/// Reads files that others may have made. A pipe, socket, device or folder is refused without waiting for it: opening a pipe
/// would otherwise block until another program writes to it.
/// </summary>
public static class RegularFile
{
    /// <summary>
    /// Opens a file for reading, even if another program has it open for writing. Never waits for another program.
    /// </summary>
    /// <exception cref="NotRegularFileException">It is not a regular file.</exception>
    /// <exception cref="IOException">It does not exist or cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path) =>
        OperatingSystem.IsWindows() ? OpenOnWindows(path) : new FileStream(UnixFile.Open(path), FileAccess.Read);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">The largest size, in bytes.</param>
    /// <exception cref="NotRegularFileException">It is not a regular file.</exception>
    /// <exception cref="IOException">It cannot be read, or is larger.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] ReadBytes(string path, long maxBytes)
    {
        using var stream = Open(path);
        var length = stream.Length;
        if (length > maxBytes)
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"larger than {maxBytes / 1048576.0:0.#} MB"));
        var content = new byte[length];
        return stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) is var read && read < content.Length
            ? content[..read] : content;
    }

    /// <summary>Reads a text, by its byte order mark or as UTF-8; otherwise as <see cref="ReadBytes"/>.</summary>
    public static string ReadText(string path, long maxBytes)
    {
        using var reader = new StreamReader(new MemoryStream(ReadBytes(path, maxBytes), writable: false), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static FileStream OpenOnWindows(string path)
    {
        try
        {
            if (Directory.Exists(path)) throw new NotRegularFileException(path);
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.CanSeek) return stream;
            stream.Dispose();
        }
        catch (NotSupportedException)
        {
            // A device, such as COM1.
        }

        throw new NotRegularFileException(path);
    }
}
