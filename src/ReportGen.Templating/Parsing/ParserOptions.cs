namespace ReportGen.Templating.Parsing;

/// <summary>Settings of the parser.</summary>
public sealed record ParserOptions
{
    /// <summary>Plain text.</summary>
    public static readonly ParserOptions Default = new();

    /// <summary>Whether the template makes HTML: each value is then escaped for the place where it stands.</summary>
    public bool Html { get; init; }

    /// <summary>Depth to which expressions and blocks may nest, 1 to 250.</summary>
    public int DepthLimit { get; init; } = 250;

    /// <summary>Mistakes after which reading stops, at least 1.</summary>
    public int ErrorLimit { get; init; } = 50;
}
