namespace ReportGen.Templating;

/// <summary>
/// Loads included templates from one folder and its subfolders. Files outside are not read, not even through a link.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="read">Reads a file by its full path; null for a plain read. It may throw exceptions of input and output.</param>
public sealed class FolderTemplateLoader(string folder, Func<string, string>? read = null) : ITemplateLoader
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>Finds a file by name: beside the including template, otherwise in the folder.</summary>
    /// <returns>The full path; null if there is no such file.</returns>
    public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName)
    {
        if (templateName.Length is 0 or > 200 || Path.IsPathRooted(templateName) || templateName.Any(char.IsControl)) return null;
        var name = templateName.Replace('\\', '/');
        var beside = Path.GetDirectoryName(callerSpan.FileName);
        return Find(string.IsNullOrEmpty(beside) ? _root : beside, name) ?? Find(_root, name);
    }

    /// <summary>Reads a file.</summary>
    /// <returns>The text; null if the file cannot be read.</returns>
    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath)
    {
        try
        {
            return read is null ? File.ReadAllText(templatePath) : read(templatePath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Reported as a missing include.
            return null;
        }
    }

    /// <inheritdoc/>
    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        new(Load(context, callerSpan, templatePath));

    private string? Find(string start, string name)
    {
        var path = Path.GetFullPath(Path.Combine(start, name));
        return IsInside(path) && File.Exists(path) && !LeadsOutside(path) ? path : null;
    }

    private bool IsInside(string path) => path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private bool LeadsOutside(string path)
    {
        for (var part = path; part.Length > _root.Length; part = Path.GetDirectoryName(part)!)
        {
            FileSystemInfo info = Directory.Exists(part) ? new DirectoryInfo(part) : new FileInfo(part);
            if (info.LinkTarget is not null && !IsInside(info.ResolveLinkTarget(true)?.FullName ?? "")) return true;
        }

        return false;
    }
}
