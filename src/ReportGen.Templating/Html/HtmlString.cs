using System.Net;

namespace ReportGen.Templating.Html;

/// <summary>Text that is already HTML and is not escaped. Created only by functions that return safe HTML.</summary>
/// <param name="Html">The HTML.</param>
public sealed record HtmlString(string Html)
{
    /// <summary>The HTML as text: entities are decoded, tags do not change.</summary>
    public string Text => WebUtility.HtmlDecode(Html);

    /// <summary>The HTML.</summary>
    public override string ToString() => Html;
}
