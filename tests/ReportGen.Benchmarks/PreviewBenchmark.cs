using System.Diagnostics;
using System.Globalization;
using ReportGen.Printing;
using ReportGen.Tests.Cli.Preview;

namespace ReportGen.Benchmarks;

/// <summary>
/// The time from a file's last write to its content in a real browser, for a full report, compared with a file watcher and a
/// browser alone.
/// </summary>
public static class PreviewBenchmark
{
    private const int Rounds = 40;
    private const string Frame = "document.getElementById('frame').contentDocument";

    /// <summary>Measures saves of the workbook, of a template and of the style sheet alternately.</summary>
    public static async Task<IReadOnlyList<Measurement>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("reportgen-preview-").FullName;
        try
        {
            VariedWorkbooks.Write(Path.Combine(folder, "versions"), Rounds + 1);
            Directory.CreateDirectory(Path.Combine(folder, "in"));
            File.Copy(Version(folder, 0), Path.Combine(folder, "in", "report.xlsx"));
            CopyFolder(Repository.Templates, Path.Combine(folder, "templates"));
            await using var browser = await TestBrowser.StartAsync(FontConfiguration.FindFolder())
                ?? throw new InvalidOperationException("There is no browser on this machine.");
            using var tool = Start(folder, out var address);
            try
            {
                return await MeasureAsync(browser, address, folder);
            }
            finally
            {
                tool.Kill(entireProcessTree: true);
                await tool.WaitForExitAsync();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Measurement>> MeasureAsync(TestBrowser browser, string address, string folder)
    {
        await using var page = await browser.OpenAsync(address);
        await page.UntilAsync($"document.documentElement.dataset.shown && {Frame}.querySelector('h1')");
        await using var bare = await browser.OpenAsync("about:blank");
        var html = await page.ValueAsync<string>($"{Frame}.documentElement.outerHTML");
        var (workbook, template, style, floor) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var turn = -3; turn < Rounds; turn++)
        {
            var text = turn.ToString(CultureInfo.InvariantCulture);
            floor.Add(await FloorAsync(bare, folder, html));
            workbook.Add(
                await SaveAsync(page, Path.Combine(folder, "in", "report.xlsx"),
                    File.ReadAllBytes(Version(folder, Math.Abs(turn) + 1)),
                $"{Frame}.querySelector('h1').textContent.includes('第{Math.Abs(turn) + 2}号')"));
            template.Add(
                await SaveAsync(page, Shared(folder, "page.sbn-html"),
                    Changed("page.sbn-html", "<main>", $"<main data-turn=\"{text}\">"),
                $"{Frame}.querySelector('main').dataset.turn === '{text}'"));
            style.Add(
                await SaveAsync(page, Shared(folder, "report.css"), Changed("report.css", ":root {", $":root {{ --turn: {text};"),
                $"getComputedStyle({Frame}.documentElement).getPropertyValue('--turn').trim() === '{text}'"));
        }

        return [.. Rows("workbook", workbook, floor), .. Rows("template", template, floor), .. Rows("style sheet", style, floor)];
    }

    // The first rounds are for warm-up and do not count.
    private static IEnumerable<Measurement> Rows(string what, List<double> values, List<double> floor)
    {
        double At(List<double> of, double part) => of.Skip(3).Order().ElementAt((int)((of.Count - 3) * part));
        yield return new($"preview: saved {what} to new content, p50 (floor {At(floor, 0.5):0} ms)", At(values, 0.5),
            "ms", null, 80);
        yield return new($"preview: saved {what} to new content, p95 (floor {At(floor, 0.95):0} ms)", At(values, 0.95),
            "ms", null, 120);
    }

    private static async Task<double> SaveAsync(TestPage page, string file, byte[] content, string isShown)
    {
        await Task.Delay(400);
        var shown = page.ValueAsync<double>(
            $"new Promise(done => {{ const look = () => {isShown} ? requestAnimationFrame(() => done(performance.timeOrigin + "
                + $"performance.now())) : setTimeout(look, 1); look(); }})");
        await Task.Delay(100);
        File.WriteAllBytes(file, content);
        var written = Now();
        return await shown - written;
    }

    // A watcher's event, then the same page set into the browser directly.
    private static async Task<double> FloorAsync(TestPage bare, string folder, string html)
    {
        using var watcher = new FileSystemWatcher(folder) { EnableRaisingEvents = true };
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Changed += (_, _) => changed.TrySetResult();
        await File.WriteAllTextAsync(Path.Combine(folder, "floor.txt"), html);
        var written = Now();
        await changed.Task;
        var literal = System.Text.Json.JsonSerializer.Serialize(html);
        return await bare.ValueAsync<double>(
            $"(document.documentElement.innerHTML = {literal}, new Promise(done => requestAnimationFrame(() => "
                + "done(performance.timeOrigin + performance.now()))))") - written;
    }

    private static double Now() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;

    private static string Version(string folder, int number) => Path.Combine(folder, "versions", $"{number + 1:0000}.xlsx");

    private static string Shared(string folder, string name) => Path.Combine(folder, "templates", "_shared", name);

    private static byte[] Changed(string name, string from, string to) => System.Text.Encoding.UTF8.GetBytes(
        File.ReadAllText(Path.Combine(Repository.Templates, "_shared", name)).Replace(from, to, StringComparison.Ordinal));

    private static Process Start(string folder, out string address)
    {
        if (!File.Exists(Repository.Tool))
            throw new InvalidOperationException($"{Repository.Tool} is missing: run ./build.sh dist");
        var start = new ProcessStartInfo(Repository.Tool,
            ["preview", Path.Combine(folder, "in"), "--templates", Path.Combine(folder, "templates")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        address = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The preview ended at once.");
        return process;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
