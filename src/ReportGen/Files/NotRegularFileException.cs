namespace ReportGen.Files;

/// <summary>A path names a pipe, a socket, a device or a folder, not a regular file.</summary>
/// <param name="path">The path.</param>
public sealed class NotRegularFileException(string path) : IOException("不是普通文件 (not a regular file)")
{
    /// <summary>The path.</summary>
    public string FilePath => path;
}
