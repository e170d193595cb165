using System.Net;
using System.Text.Json;

namespace ReportGen.Printing.Chromium;

/// <summary>Asks the browser which fonts it actually uses, which is reliable on every system.</summary>
internal static class FontProbe
{
    private const string Unknown = "reportgen no such family";

    // A character that only Chinese fonts have, and one that every font has.
    private static readonly string[] s_samples = ["国", "2"];

    /// <summary>The families that the browser uses for Chinese, and those that it uses at all.</summary>
    public static async Task<(IReadOnlySet<string> Chinese, IReadOnlySet<string> Any)> AvailableAsync(
        BrowserPage page, IReadOnlyCollection<string> families, CancellationToken cancellation)
    {
        await page.SetContentAsync(Sample(families), cancellation).ConfigureAwait(false);
        await page.Tab.SendAsync("DOM.enable", null, cancellation).ConfigureAwait(false);
        await page.Tab.SendAsync("CSS.enable", null, cancellation).ConfigureAwait(false);
        var root = await page.Tab.SendAsync("DOM.getDocument", null, r => r.GetProperty("root").GetProperty("nodeId").GetInt32(),
            cancellation)
            .ConfigureAwait(false);
        var nodes = await page.Tab.SendAsync("DOM.querySelectorAll", new() { ["nodeId"] = root, ["selector"] = "p" },
            r => r.GetProperty("nodeIds").EnumerateArray().Select(n => n.GetInt32()).ToArray(), cancellation)
            .ConfigureAwait(false);
        var fonts = new List<ImmutableSortedSet<string>>();
        foreach (var node in nodes) fonts.Add(await FontsOfAsync(page, node, cancellation).ConfigureAwait(false));
        var used =
            s_samples.Select(
                (_, s) => families.Where((family, f) => IsUsed(family, fonts[s], fonts[((f + 1) * s_samples.Length) + s]))
                    .ToHashSet()).ToArray();
        return (used[0], used.SelectMany(u => u).ToHashSet());
    }

    // A missing family gives the same fonts as a nonexistent name, unless it is itself the fallback of the machine. A family
    // that is used is present, though a system may report its name in another language.
    private static bool IsUsed(string family, ImmutableSortedSet<string> nonsense, ImmutableSortedSet<string> fonts) =>
        fonts.Contains(family) || !fonts.SetEquals(nonsense);

    private static string Sample(IReadOnlyCollection<string> families) =>
        "<!DOCTYPE html><html lang=\"zh-CN\"><title>fonts</title><body>"
        + string.Concat(
            families.Prepend(Unknown)
                .SelectMany(
                    f =>
                        s_samples.Select(
                            text => $"<p style=\"font-family:{WebUtility.HtmlEncode($"'{f}','{Unknown}'")}\">{text}</p>")));

    private static Task<ImmutableSortedSet<string>> FontsOfAsync(BrowserPage page, int node, CancellationToken cancellation) =>
        page.Tab.SendAsync("CSS.getPlatformFontsForNode", new() { ["nodeId"] = node }, Names, cancellation);

    private static ImmutableSortedSet<string> Names(JsonElement result) =>
        [.. result.GetProperty("fonts").EnumerateArray().Select(f => f.GetProperty("familyName").GetString()!)];
}
