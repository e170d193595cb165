namespace ReportGen.Templating.Runtime;

/// <summary>Text that is HTML already: the escaper lets it through. Only functions that promise safe HTML make one.</summary>
/// <param name="Html">The HTML.</param>
public sealed record HtmlString(string Html)
{
    /// <summary>The HTML.</summary>
    public override string ToString() => Html;
}
