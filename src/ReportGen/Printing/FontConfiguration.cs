using System.Security;
using System.Security.Cryptography;
using ReportGen.Printing.Chromium;

namespace ReportGen.Printing;

/// <summary>Gives the browser its own set of fonts through a fontconfig file; nothing is installed on the machine.</summary>
public static class FontConfiguration
{
    private static readonly Lazy<string> s_temporary = new(MakeTemporary, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>
    /// Finds the folder of the bundled fonts: the configured one, otherwise <c>fonts</c> beside the program; null if none.
    /// </summary>
    /// <param name="configured">A folder that the user configured, or null.</param>
    public static string? FindFolder(string? configured = null) =>
        new[] { configured, Environment.GetEnvironmentVariable("REPORTGEN_FONTS"),
            Path.Combine(AppContext.BaseDirectory, "fonts") }
            .FirstOrDefault(
                folder => folder is not null && Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.ttf").Any());

    /// <summary>
    /// The environment variables with which the browser uses the bundled fonts and no others; empty if there are none, or where
    /// the browser does not use fontconfig (Windows, macOS).
    /// </summary>
    /// <param name="bundled">The folder of the bundled fonts, or null.</param>
    /// <param name="extra">Folders of additional fonts.</param>
    public static ImmutableDictionary<string, string> EnvironmentFor(string? bundled, ImmutableArray<string> extra)
    {
        if (bundled is null || !OperatingSystem.IsLinux()) return ImmutableDictionary<string, string>.Empty;
        return ImmutableDictionary<string, string>.Empty.Add("FONTCONFIG_FILE", Write([Path.GetFullPath(bundled), .. extra]));
    }

    /// <summary>The fontconfig file: only these folders, and the fonts for the generic families.</summary>
    internal static string Text(IEnumerable<string> folders, string cache) => $"""
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
        {string.Concat(folders.Select(f => $"  {Element("dir", f)}\n"))}  {Element("cachedir", cache)}
          <alias binding="same"><family>serif</family><prefer><family>ReportGen Song</family></prefer></alias>
          <alias binding="same"><family>sans-serif</family><prefer><family>ReportGen Hei</family></prefer></alias>
          <match target="pattern">
            <edit name="family" mode="append_last" binding="weak"><string>ReportGen Song</string></edit>
          </match>
          <match target="pattern">
            <edit name="family" mode="append_last" binding="weak"><string>ReportGen Rare Serif</string></edit>
          </match>
        </fontconfig>

        """;

    private static string Element(string name, string text) => $"<{name}>{SecurityElement.Escape(text)}</{name}>";

    // One file per set of folders, so that fontconfig's cache is reused at every start.
    private static string Write(ImmutableArray<string> folders)
    {
        var cache = CacheFolder();
        var text = Text(folders, Path.Combine(cache, "fontconfig"));
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        var file = Path.Combine(cache, $"fonts-{name}.conf");
        if (File.Exists(file)) return file;
        var fresh = $"{file}.{Guid.NewGuid():N}";
        File.WriteAllText(fresh, text);
        File.Move(fresh, file, overwrite: true);
        return file;
    }

    /// <summary>The folder for the configuration and fontconfig's cache.</summary>
    /// <exception cref="IOException">No folder can be written.</exception>
    private static string CacheFolder()
    {
        var home = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        // Without a home folder, the path would be relative to the current folder.
        if (!Path.IsPathRooted(home)) return s_temporary.Value;
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(home, "reportgen")).FullName;
            // The folder of another user, or on a read-only disk, exists and cannot be written.
            File.Create(Path.Combine(folder, $"{Guid.NewGuid():N}.try"), bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return s_temporary.Value;
        }
    }

    // Not a folder with a known name: in a shared temporary folder, another user could have made it and put other fonts there.
    private static string MakeTemporary()
    {
        var folder = ProfileFolder.Create("reportgen-fonts-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => ProfileFolder.Remove(folder);
        return folder;
    }
}
