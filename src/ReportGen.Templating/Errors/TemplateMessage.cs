namespace ReportGen.Templating.Errors;

/// <summary>What is wrong, in both languages, and what would be right.</summary>
/// <param name="Chinese">The reason in simplified Chinese.</param>
/// <param name="English">The reason in English.</param>
public sealed record TemplateMessage(string Chinese, string English)
{
    /// <summary>What would be right, in simplified Chinese; null where the reason says it all.</summary>
    public string? ChineseHint { get; init; }

    /// <summary>What would be right, in English; null where the reason says it all.</summary>
    public string? EnglishHint { get; init; }

    /// <summary>The same message with a hint.</summary>
    public TemplateMessage WithHint(string chinese, string english) =>
        this with { ChineseHint = chinese, EnglishHint = english };

    /// <summary>The English reason.</summary>
    public override string ToString() => English;
}
