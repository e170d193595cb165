using System.Diagnostics;

namespace ReportGen.Printing.Chromium;

/// <summary>What a browser writes to its standard error, of which the last complaint is kept: it tells why it ended.</summary>
internal sealed class BrowserComplaints
{
    private const int Longest = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _last;

    /// <summary>Listens to a process, whose error stream is redirected, from now to its end.</summary>
    public BrowserComplaints(Process process)
    {
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>The last complaint of a browser that has ended; null when it had none.</summary>
    public async Task<string?> LastAsync()
    {
        await Task.WhenAny(_end.Task, Task.Delay(Patience)).ConfigureAwait(false);
        return _last;
    }

    // [1126/074037.585890:ERROR:content/browser/some_file.cc:130] The complaint.
    private void Take(string? line)
    {
        if (line is null) _end.TrySetResult();
        else if ((line.Contains(":ERROR:", StringComparison.Ordinal) || line.Contains(":FATAL:", StringComparison.Ordinal))
            && line.IndexOf("] ", StringComparison.Ordinal) is > 0 and var head)
            _last = line.Length - head - 2 <= Longest ? line[(head + 2)..] : line.AsSpan(head + 2, Longest).ToString() + "…";
    }
}
