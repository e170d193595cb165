using System.Security.Cryptography;
using ReportGen.Cli.Inputs;

namespace ReportGen.Cli.Preview;

/// <summary>A workbook of the preview.</summary>
/// <param name="Id">Twelve digits made of its name, the same after a restart; pages address it by nothing else.</param>
/// <param name="Path">The path as the user gave it.</param>
/// <param name="Name">The path within the folder, divided by <c>/</c>.</param>
internal sealed record PreviewFile(string Id, string Path, string Name);

/// <summary>What the user asked to see: a folder with its workbooks, or one workbook. Nothing outside it exists for the preview.</summary>
internal sealed class PreviewFolder
{
    private readonly string? _only;
    private readonly string _real;

    /// <param name="path">A folder or a workbook that exists.</param>
    public PreviewFolder(string path)
    {
        _only = Directory.Exists(path) ? null : path;
        Root = _only is null ? path : Parent(path);
        _real = RealPath(Root);
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>Whether it is one workbook only.</summary>
    public bool IsSingle => _only is not null;

    /// <summary>What the user sees as its name.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_only ?? Root)));

    /// <summary>The workbooks as they are now.</summary>
    public IReadOnlyList<PreviewFile> Find()
    {
        if (_only is not null) return File.Exists(_only) ? [FileOf(_only)] : [];
        if (!Directory.Exists(Root)) return [];
        return [.. WorkbookFiles.Find([Root]).Value!.Where(IsInside).Select(FileOf)];
    }

    /// <summary>Whether a changed path could be one of its workbooks, so that it is worth looking.</summary>
    public bool Concerns(string path) => _only is not null
        ? Path.GetFullPath(path) == Path.GetFullPath(_only)
        : WorkbookFiles.Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private PreviewFile FileOf(string path)
    {
        var name = Path.GetRelativePath(Root, path).Replace('\\', '/');
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..12], path, name);
    }

    // A link may lie in the folder and lead out of it, or nowhere.
    private bool IsInside(string path)
    {
        try
        {
            for (var part = Path.GetFullPath(path); part.Length > Path.GetFullPath(Root).Length; part = Parent(part))
            {
                if (File.ResolveLinkTarget(part, returnFinalTarget: true) is { } target && !IsBelow(target.FullName)) return false;
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Links that lead to each other, or a file that has gone meanwhile.
            return false;
        }
    }

    private bool IsBelow(string path) =>
        RealPath(path).StartsWith(_real + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string RealPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Directory.Exists(full) && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target
            ? Path.TrimEndingDirectorySeparator(target.FullName) : full;
    }

    private static string Parent(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
