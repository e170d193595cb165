using System.Globalization;
using System.Security.Cryptography;
using ReportGen.Printing;
using ReportGen.Publishing;

namespace ReportGen.Cli.Building;

/// <summary>Everything but the workbook that a report depends on, looked at once for a run.</summary>
internal sealed class BuildFingerprint(string templates, BuildWishes wishes)
{
    private readonly string _common = Common(templates, wishes);

    /// <summary>The key of a workbook's report; null when the workbook cannot be read.</summary>
    public string? KeyOf(string workbook)
    {
        try
        {
            using var stream = File.OpenRead(workbook);
            return new BuildKey().Add("workbook", Convert.ToHexStringLower(SHA256.HashData(stream))).Add("common", _common).ToString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

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
