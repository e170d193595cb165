using System.Security.Cryptography;
using ReportGen.Cli.Inputs;

namespace ReportGen.Cli.Preview;

/// <summary>A workbook of the preview.</summary>
/// <param name="Id">Twelve hexadecimal digits of the SHA-256 of its name; the only id that pages use.</param>
/// <param name="Path">The path as the user gave it.</param>
/// <param name="Name">The path relative to the folder, separated by <c>/</c>.</param>
internal sealed record PreviewFile(string Id, string Path, string Name);

/// <summary>The previewed folder or single workbook. Never returns files outside it.</summary>
internal sealed class PreviewFolder
{
    private readonly string? _only;
    private readonly string _real;

    /// <param name="path">An existing folder or workbook.</param>
    public PreviewFolder(string path)
    {
        _only = Directory.Exists(path) ? null : path;
        Root = _only is null ? path : Parent(path);
        _real = RealPath(Root);
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>Whether a single workbook is previewed.</summary>
    public bool IsSingle => _only is not null;

    /// <summary>The display name.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_only ?? Root)));

    /// <summary>Returns the current workbooks.</summary>
    public IReadOnlyList<PreviewFile> Find()
    {
        if (_only is not null) return File.Exists(_only) ? [FileOf(_only)] : [];
        if (!Directory.Exists(Root)) return [];
        return [.. WorkbookFiles.Find([Root]).Value!.Where(IsInside).Select(FileOf)];
    }

    /// <summary>Whether a changed path may be one of its workbooks.</summary>
    public bool IsRelevant(string path) => _only is not null
        ? Path.GetFullPath(path) == Path.GetFullPath(_only)
        : WorkbookFiles.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private PreviewFile FileOf(string path)
    {
        var name = Path.GetRelativePath(Root, path).Replace('\\', '/');
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..12], path, name);
    }

    // A link in the folder may point outside it, or to nothing.
    private bool IsInside(string path)
    {
        try
        {
            for (var part = Path.GetFullPath(path); part.Length > Path.GetFullPath(Root).Length; part = Parent(part))
            {
                if (File.ResolveLinkTarget(part, returnFinalTarget: true) is { } target && !IsBelow(target.FullName))
                    return false;
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cycle of links, or a file that was deleted meanwhile.
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
