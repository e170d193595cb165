using System.Diagnostics;

namespace ReportGen.Cli.Preview;

/// <summary>
/// What the page of <c>reportgen start</c> can do besides showing reports: open two folders, and end the program.
/// </summary>
/// <param name="Inbox">The full path of the folder for workbooks.</param>
/// <param name="Output">The full path of the folder for reports.</param>
/// <param name="End">Ends the program; returns at once.</param>
internal sealed record PreviewActions(string Inbox, string Output, Action End)
{
    /// <summary>Does what the name says; returns false for an unknown name, or if no program shows folders.</summary>
    public bool TryDo(string name)
    {
        switch (name)
        {
            case "inbox": return TryOpen(Inbox);
            case "output": return TryOpen(Output);
            case "end":
                End();
                return true;
            default: return false;
        }
    }

    /// <summary>Opens a folder in the file manager; returns false if no program does.</summary>
    private static bool TryOpen(string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(folder) { UseShellExecute = true });
            return true;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            return false;
        }
    }
}
