namespace ReportGen.Documents;

/// <summary>The options of rendering a report.</summary>
public sealed record RenderOptions
{
    /// <summary>For publication: the page contains no reference to the workbook.</summary>
    public static RenderOptions Published { get; } = new();

    /// <summary>For the preview: every figure and block has its cell in <c>data-cell</c>.</summary>
    public static RenderOptions Preview { get; } = new() { ShowSources = true };

    /// <summary>Whether figures and blocks have their cells in the page. Default: false.</summary>
    public bool ShowSources { get; init; }

    /// <summary>
    /// Whether the HTML is a part of a page for the editor of a website, with inline styles only. Default: false, a whole page.
    /// </summary>
    public bool ForPortal { get; init; }

    /// <summary>The language of the report, which follows its kind. Default: Chinese.</summary>
    internal Language Language { get; init; } = Language.Chinese;

    /// <summary>Whether Markdown is rendered. Default: true; otherwise the Markdown is empty.</summary>
    public bool WithMarkdown { get; init; } = true;

    /// <summary>
    /// Settings for the templates, such as <c>charts</c> to <c>on</c>; the templates define which exist. Default: none.
    /// </summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;
}
