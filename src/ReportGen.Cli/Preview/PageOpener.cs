using System.Diagnostics;

namespace ReportGen.Cli.Preview;

/// <summary>
/// Opens an address in the user's browser. The address contains a secret, and the command lines of all processes are public:
/// therefore the browser gets the path of a file that only this user can read, which leads on to the address.
/// </summary>
internal sealed class PageOpener : IDisposable
{
    private readonly string _folder;

    private PageOpener(string folder) => _folder = folder;

    /// <summary>Opens an address. Dispose once the page is open: this deletes the file.</summary>
    /// <returns>Null if no browser could be started.</returns>
    public static PageOpener? TryOpen(string address)
    {
        PageOpener? opened = null;
        try
        {
            // Only the user may enter the folder.
            opened = new PageOpener(Directory.CreateTempSubdirectory("reportgen-").FullName);
            using var process = Process.Start(new ProcessStartInfo(opened.Write(address)) { UseShellExecute = true });
            return opened;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException
            or UnauthorizedAccessException)
        {
            // No program opens pages, or there is no room for the file; the caller shows the address.
            opened?.Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        try
        {
            if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Still open in the browser; its key has been used.
        }
    }

    private string Write(string address)
    {
        var path = Path.Combine(_folder, "preview.html");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, new UTF8Encoding(false), options);
        writer.Write($"""
            <!DOCTYPE html>
            <html lang="zh-CN"><meta charset="utf-8"><meta name="referrer" content="no-referrer">
            <meta http-equiv="refresh" content="0;url={address}"><title>ReportGen</title></html>

            """);
        return path;
    }
}
