namespace ReportGen.Documents;

/// <summary>How a report is rendered.</summary>
public sealed record RenderOptions
{
    /// <summary>As it is published: nothing in the page tells of the workbook.</summary>
    public static RenderOptions Published { get; } = new();

    /// <summary>As the preview needs it: every figure and block names its cell in <c>data-cell</c>.</summary>
    public static RenderOptions Preview { get; } = new() { Provenance = true };

    /// <summary>Whether figures and blocks name their cells.</summary>
    public bool Provenance { get; init; }

    /// <summary>Settings for the templates, such as <c>charts</c> to <c>on</c>; which there are, the templates say.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;
}
