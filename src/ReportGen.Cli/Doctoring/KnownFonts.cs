using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using ReportGen.Printing;

namespace ReportGen.Cli.Doctoring;

/// <summary>The font families that the browser will find: the bundled ones, and without those what the machine has.</summary>
/// <param name="Folder">The folder of the bundled fonts; null when there is none.</param>
/// <param name="Families">The names of the families.</param>
internal sealed record KnownFonts(string? Folder, ImmutableHashSet<string> Families)
{
    public static KnownFonts Find() => FontConfiguration.FindFolder() is { } folder
        ? new(folder, Bundled(Path.Combine(folder, "fonts.json")))
        : new(null, Installed());

    private static ImmutableHashSet<string> Bundled(string manifest)
    {
        if (!File.Exists(manifest)) return [];
        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return [.. json.RootElement.GetProperty("faces").EnumerateArray().Select(f => f.GetProperty("family").GetString()!)];
    }

    // fontconfig's own list; elsewhere the browser asks the system, and nobody can be asked beforehand.
    private static ImmutableHashSet<string> Installed()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("fc-list", [":", "family"]) { RedirectStandardOutput = true })!;
            var names = process.StandardOutput.ReadToEnd().Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            return [.. names.Select(n => n.Trim())];
        }
        catch (Win32Exception)
        {
            return [];
        }
    }
}
