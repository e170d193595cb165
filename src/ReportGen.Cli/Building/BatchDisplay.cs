using System.Collections.Concurrent;
using ReportGen.Cli.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ReportGen.Cli.Building;

/// <summary>
/// Shows a batch to somebody who watches: a bar with counts, rate, time left and the slowest report, redrawn in place. What
/// was not published is told above it as soon as it is known.
/// </summary>
internal sealed class BatchDisplay(UserTerminal terminal) : IBatchObserver
{
    private const int BarWidth = 30;
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);

    private readonly BatchProgress _progress = new();
    private readonly BatchWords _words = new(terminal);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IAnsiConsole _console = ConsoleOf(terminal);
    private readonly ConcurrentQueue<PlainLine> _lines = new();
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
        if (!result.IsPublished) _lines.Enqueue(new PlainLine(_words.Line(result, withReason: true)));
        // On a terminal of one's own the list of files would drown the rest.
        if (!terminal.IsOutputWatched) foreach (var file in result.Outputs) terminal.Output.WriteLine(DisplayText.Clean(file));
    }

    public async Task EndAsync(BatchSummary summary)
    {
        _ended.SetResult();
        await _drawing.ConfigureAwait(false);
        _words.WriteSummary(summary);
    }

    /// <summary>The rows of the display, without colours, each no wider than <paramref name="width"/> columns.</summary>
    public static IReadOnlyList<string> Rows(BatchMoment moment, UserTerminal terminal, int width)
    {
        var filled = moment.Total == 0 ? 0 : BarWidth * moment.Done / moment.Total;
        var bar = new string('█', filled) + new string('░', BarWidth - filled);
        var rate = moment.Rate.ToString(moment.Rate < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
        var left = moment.Left is { } time ? Time(time) : "–";
        var slow = moment.Slowest is { } work
            ? terminal.Say($"最久：{Path.GetFileName(work.Workbook)}（{new BatchWords(terminal).Stage(work.Stage)}，{Time(work.Elapsed)}）",
                $"slowest: {Path.GetFileName(work.Workbook)} ({new BatchWords(terminal).Stage(work.Stage)}, {Time(work.Elapsed)})")
            : "";
        string[] rows =
        [
            $"{bar} {moment.Done}/{moment.Total}",
            terminal.Say(
                $"完成 {moment.Done}　退回 {moment.Returned}　失败 {moment.Failed}　每秒 {rate} 份　已用 {Time(moment.Elapsed)}　约剩 {left}",
                $"{moment.Done} done, {moment.Returned} returned, {moment.Failed} failed, {rate} a second, {Time(moment.Elapsed)} so far, about {left} left"),
            slow,
        ];
        return [.. rows.Select(r => Cut(DisplayText.Clean(r), width))];
    }

    // Everything is written here: the display and the console lock each other out when two threads write.
    private async Task DrawAsync() => await _console.Live(View()).AutoClear(true).StartAsync(async context =>
    {
        while (!_ended.Task.IsCompleted)
        {
            WriteLines();
            context.UpdateTarget(View());
            await Task.WhenAny(_ended.Task, Task.Delay(Redraw)).ConfigureAwait(false);
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

    // A line that has its colours already.
    private sealed class PlainLine(string text) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => new(1, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [Segment.Control(text), Segment.LineBreak];
    }
}
