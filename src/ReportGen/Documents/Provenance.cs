using ReportGen.Bindings;
using ReportGen.Templating.Html;

namespace ReportGen.Documents;

/// <summary>
/// Says in HTML which cell a figure or block came from: <c>data-cell="三、依申请公开!J12"</c>. Several cells are divided by
/// <c>/</c>, which no sheet's name may hold.
/// </summary>
internal static class Provenance
{
    // Known in a drawing's text, where a span would end the drawing; elsewhere as good as any, and no style sheet means it.
    private const string Element = "tspan";

    /// <summary>The attribute with a leading blank.</summary>
    public static string Attribute(string place) => $" data-cell=\"{HtmlEscaper.Escape(place)}\"";

    /// <summary>HTML in an element that names its cells; the HTML alone when there are none.</summary>
    public static string Wrap(IEnumerable<CellLocation> cells, string html)
    {
        var places = string.Join('/', cells.Select(c => c.Place));
        return places.Length == 0 ? html : $"<{Element}{Attribute(places)}>{html}</{Element}>";
    }
}
