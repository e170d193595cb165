using ReportGen.Bindings;
using ReportGen.Templating.Html;

namespace ReportGen.Documents;

/// <summary>
/// Marks in HTML which cell a figure or block comes from: <c>data-cell="三、依申请公开!J12"</c>. Several cells are separated by
/// <c>/</c>, which sheet names cannot contain.
/// </summary>
internal static class SourceMarkup
{
    // Valid in SVG text, where a span would end the drawing, and valid in HTML too. No style sheet refers to it.
    private const string Element = "tspan";

    /// <summary>The attribute with a leading blank.</summary>
    public static string Attribute(string place) => $" data-cell=\"{HtmlEscaper.Escape(place)}\"";

    /// <summary>Wraps HTML in an element with its cells; returns the HTML unchanged if there are none.</summary>
    public static string Wrap(IEnumerable<CellLocation> cells, string html)
    {
        var places = string.Join('/', cells.Select(c => c.Place));
        return places.Length == 0 ? html : $"<{Element}{Attribute(places)}>{html}</{Element}>";
    }
}
