using System.Net;

namespace ReportGen.Templating.Html;

/// <summary>Text that is HTML already: the escaper lets it through. Only functions that promise safe HTML make one.</summary>
/// <param name="Html">The HTML.</param>
public sealed record HtmlString(string Html)
{
    /// <summary>The HTML as text: entities are the characters they stand for, tags stay as they are.</summary>
    public string Text => WebUtility.HtmlDecode(Html);

    /// <summary>The HTML.</summary>
    public override string ToString() => Html;
}
