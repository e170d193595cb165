using System.Diagnostics;

namespace ReportGen.Printing.Chromium;

/// <summary>
/// Reads the standard error of a browser and keeps the last error line that explains why the browser ended. Lines about the
/// desktop bus, which servers do not have, and of helper processes that lost the browser explain nothing.
/// </summary>
internal sealed class BrowserErrorLog
{
    private const int Longest = 200;
    private static readonly string[] s_noise = ["dbus/", "/zygote/"];
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _last;

    /// <summary>Starts reading the redirected standard error of a process, until its end.</summary>
    public BrowserErrorLog(Process process)
    {
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>The last error line of a browser that has ended; null if none.</summary>
    public async Task<string?> LastAsync()
    {
        await Task.WhenAny(_end.Task, Task.Delay(s_timeout)).ConfigureAwait(false);
        return _last;
    }

    // [1126/074037.585890:ERROR:content/browser/some_file.cc:130] The message.
    private void Take(string? line)
    {
        if (line is null)
        {
            _end.TrySetResult();
        }
        else if ((line.Contains(":ERROR:", StringComparison.Ordinal) || line.Contains(":FATAL:", StringComparison.Ordinal))
            && !s_noise.Any(n => line.Contains(n, StringComparison.Ordinal))
            && line.IndexOf("] ", StringComparison.Ordinal) is > 0 and var head)
        {
            _last = line.Length - head - 2 <= Longest ? line[(head + 2)..] : line.AsSpan(head + 2, Longest).ToString() + "…";
        }
    }
}
