using System.Text.Json;

namespace ReportGen.Printing.Chromium;

/// <summary>A command that waits for its answer.</summary>
internal interface IPendingCommand
{
    void Complete(JsonElement answer);

    void Fail(Exception reason);
}

/// <inheritdoc cref="IPendingCommand"/>
internal sealed class PendingCommand<T>(string method, Func<JsonElement, T> read) : IPendingCommand
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Result => _result.Task;

    // The answer's memory is gone after this call: what is wanted is read at once.
    public void Complete(JsonElement answer)
    {
        if (answer.TryGetProperty("error", out var error))
            _result.TrySetException(new DevToolsException(method, error.GetProperty("message").GetString() ?? ""));
        else
            _result.TrySetResult(read(answer.GetProperty("result")));
    }

    public void Fail(Exception reason) => _result.TrySetException(reason);
}
