using System.Collections.Concurrent;
using ReportGen.Cli.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ReportGen.Cli.Building;

/// <summary>
/// Shows the progress of a batch on an interactive terminal: a bar with counts, rate, time left and the slowest report, redrawn
/// in place. Reports that are not published are listed above it as they finish.
/// </summary>
internal sealed class BatchDisplay(UserTerminal terminal) : IBatchObserver
{
    private const int BarWidth = 30;
    private static readonly TimeSpan s_redraw = TimeSpan.FromMilliseconds(100);

    private readonly BatchProgress _progress = new();
    private readonly BatchText _words = new(terminal);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IAnsiConsole _console = ConsoleOf(terminal);
    private readonly ConcurrentQueue<ColouredLine> _lines = new();
    private Task _drawing = Task.CompletedTask;

    public void Begin(int total)
    {
        _progress.Begin(total);
        _drawing = Task.Run(DrawAsync);
    }

    public void Stage(string workbook, PipelineStage? stage) => _progress.Stage(workbook, stage);

    public void Done(BuildResult result, TimeSpan elapsed)
    {
        _progress.Done(result);
        if (!result.IsPublished) _lines.Enqueue(new ColouredLine(_words.Line(result, withReason: true)));
        // On an interactive terminal, the list of files would push the display away.
        if (!terminal.IsOutputInteractive)
        {
            foreach (var file in result.Outputs) terminal.Output.WriteLine(DisplayText.Clean(file));
        }
    }

    public async Task EndAsync(BatchSummary summary)
    {
        _ended.SetResult();
        await _drawing.ConfigureAwait(false);
        _words.WriteSummary(summary);
    }

    /// <summary>Returns the rows of the display, without colours, each at most <paramref name="width"/> columns wide.</summary>
    public static IReadOnlyList<string> Rows(BatchSnapshot progress, UserTerminal terminal, int width)
    {
        var filled = progress.Total == 0 ? 0 : BarWidth * progress.Done / progress.Total;
        var bar = new string('█', filled) + new string('░', BarWidth - filled);
        var rate = progress.Rate.ToString(progress.Rate < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
        var left = progress.Left is { } time ? Time(time) : "–";
        var slow = progress.Slowest is { } work
            ? terminal.Localize(
                $"最久：{Path.GetFileName(work.Workbook)}（{new BatchText(terminal).Stage(work.Stage)}，{Time(work.Elapsed)}）",
                $"slowest: {Path.GetFileName(work.Workbook)} ({new BatchText(terminal).Stage(work.Stage)}, {Time(work.Elapsed)})")
            : "";
        string[] rows =
        [
            $"{bar} {progress.Done}/{progress.Total}",
            terminal.Localize(
                $"完成 {progress.Done}　退回 {progress.Returned}　失败 {progress.Failed}　每秒 {rate} "
                    + $"份　已用 {Time(progress.Elapsed)}　约剩 {left}",
                $"{progress.Done} done, {progress.Returned} returned, {progress.Failed} failed, {rate} per "
                    + $"second, {Time(progress.Elapsed)} elapsed, about {left} left"),
            slow,
        ];
        return [.. rows.Select(r => Cut(DisplayText.Clean(r), width))];
    }

    // Only this thread writes to the console: writes from two threads can deadlock it.
    private async Task DrawAsync() => await _console.Live(View()).AutoClear(true).StartAsync(async context =>
    {
        while (!_ended.Task.IsCompleted)
        {
            WriteLines();
            context.UpdateTarget(View());
            await Task.WhenAny(_ended.Task, Task.Delay(s_redraw)).ConfigureAwait(false);
        }
        WriteLines();
    }).ConfigureAwait(false);

    private void WriteLines()
    {
        while (_lines.TryDequeue(out var line)) _console.Write(line);
    }

    private Rows View() => new(Rows(_progress.Now(), terminal, _console.Profile.Width - 1).Select(r => new Text(r)));

    private static string Time(TimeSpan time) => time.TotalHours >= 1
        ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
        : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    private static string Cut(string text, int width)
    {
        if (DisplayText.Width(text) <= width) return text;
        var kept = text;
        while (kept.Length > 0 && DisplayText.Width(kept) > width - 1) kept = kept[..^(char.IsLowSurrogate(kept[^1]) ? 2 : 1)];
        return kept + "…";
    }

    private static IAnsiConsole ConsoleOf(UserTerminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = terminal.ErrorPalette.IsColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(terminal.Error),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Height = terminal.Height;
        return console;
    }

    // A line that already contains its colour codes.
    private sealed class ColouredLine(string text) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => new(1, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [Segment.Control(text), Segment.LineBreak];
    }
}
