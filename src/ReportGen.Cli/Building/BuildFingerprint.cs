using System.Globalization;
using System.Security.Cryptography;
using ReportGen.Printing;
using ReportGen.Publishing;

namespace ReportGen.Cli.Building;

/// <summary>Everything but the workbook that a report depends on, looked at once for a run.</summary>
internal sealed class BuildFingerprint(string templates, BuildWishes wishes)
{
    private readonly string _common = Common(templates, wishes);

    /// <summary>The SHA-256 of a workbook's content; null when it cannot be read.</summary>
    public static string? DigestOf(string workbook)
    {
        try
        {
            using var stream = new FileStream(workbook, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The key of the report of a workbook.</summary>
    /// <param name="sha256">The digest of the workbook's content.</param>
    public string KeyOf(string sha256) => Key(sha256).ToString();

    /// <summary>The key of what is returned of a workbook, which depends on what was found and on the language as well.</summary>
    public string KeyOfReturn(string sha256, IEnumerable<Diagnostics.Diagnostic> findings) => Key(sha256)
        .Add("language", wishes.Language.ToString())
        .Add("findings", string.Join('\n', findings.Select(f => $"{f.Id} {f.Location} {f.Message.In(wishes.Language)}"))).ToString();

    private BuildKey Key(string sha256) => new BuildKey().Add("workbook", sha256).Add("common", _common);

    private static string Common(string templates, BuildWishes wishes)
    {
        var key = new BuildKey().Add("program", ProgramId()).Add("formats", string.Join(',', wishes.Formats));
        key.AddFiles("templates", Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories));
        if (FontConfiguration.FindFolder() is { } fonts) key.AddFiles("fonts", Directory.EnumerateFiles(fonts, "fonts.json"));
        // Asking the browser for its version costs as much as starting it; a new version is a new file.
        if (BrowserLocator.Find() is { } browser) key.Add("browser", $"{browser} {Stamp(browser)}");
        return key.ToString();
    }

    private static string ProgramId() =>
        $"{ProgramVersion.Number} {typeof(ReportPipeline).Module.ModuleVersionId} {typeof(BuildFingerprint).Module.ModuleVersionId}";

    private static string Stamp(string file)
    {
        var info = new FileInfo(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file);
        return string.Create(CultureInfo.InvariantCulture, $"{info.Length} {info.LastWriteTimeUtc.Ticks}");
    }
}
