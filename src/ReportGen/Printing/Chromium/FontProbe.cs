using System.Net;
using System.Text.Json;

namespace ReportGen.Printing.Chromium;

/// <summary>Asks the browser which fonts it really uses: the only answer that holds on every system.</summary>
internal static class FontProbe
{
    private const string Unknown = "reportgen no such family";

    /// <summary>Which of the families the browser can use.</summary>
    public static async Task<IReadOnlySet<string>> AvailableAsync(
        BrowserPage page, IReadOnlyCollection<string> families, CancellationToken cancellation)
    {
        await page.SetContentAsync(Sample(families), cancellation).ConfigureAwait(false);
        await page.CommandAsync("DOM.enable", null, cancellation).ConfigureAwait(false);
        await page.CommandAsync("CSS.enable", null, cancellation).ConfigureAwait(false);
        var root = await page.CommandAsync("DOM.getDocument", null, r => r.GetProperty("root").GetProperty("nodeId").GetInt32(), cancellation)
            .ConfigureAwait(false);
        var nodes = await page.CommandAsync("DOM.querySelectorAll", p =>
        {
            p.WriteNumber("nodeId", root);
            p.WriteString("selector", "p");
        }, r => r.GetProperty("nodeIds").EnumerateArray().Select(n => n.GetInt32()).ToArray(), cancellation).ConfigureAwait(false);
        var fonts = new List<string>();
        foreach (var node in nodes) fonts.Add(await FontOfAsync(page, node, cancellation).ConfigureAwait(false));
        // A family that is not there gives what a nonsense name gives, unless it is itself what the machine falls back on.
        return families.Where((family, i) => fonts[i + 1] != fonts[0] || fonts[i + 1] == family).ToHashSet();
    }

    private static string Sample(IReadOnlyCollection<string> families) =>
        "<!DOCTYPE html><html lang=\"zh-CN\"><title>fonts</title><body>"
        + string.Concat(families.Prepend(Unknown).Select(f => $"<p style=\"font-family:{WebUtility.HtmlEncode($"'{f}','{Unknown}'")}\">国2</p>"));

    private static Task<string> FontOfAsync(BrowserPage page, int node, CancellationToken cancellation) =>
        page.CommandAsync("CSS.getPlatformFontsForNode", p => p.WriteNumber("nodeId", node), Names, cancellation);

    private static string Names(JsonElement result) =>
        string.Join('+', result.GetProperty("fonts").EnumerateArray().Select(f => f.GetProperty("familyName").GetString()).Order(StringComparer.Ordinal));
}
