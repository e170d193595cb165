using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ReportGen.Tests.Web;

/// <summary>Finds Chinese that a screen reader would take for another language.</summary>
internal static class UnmarkedChinese
{
    /// <summary>The texts with Chinese characters on a page whose nearest <c>lang</c> is not Chinese.</summary>
    public static IEnumerable<string> In(string html) =>
        new HtmlParser().ParseDocument(html).Body!.Descendants<IText>()
            .Where(t => t.ParentElement!.LocalName is not ("script" or "style"))
            .Where(t => t.Data.Any(c => c is >= '\u4E00' and <= '\u9FFF'))
            .Where(t => t.ParentElement!.Closest("[lang]")!.GetAttribute("lang") != "zh-CN")
            .Select(t => t.Data);
}
