namespace ReportGen.Templating.Errors;

/// <summary>What is wrong, in both languages, and what would be right.</summary>
/// <param name="Chinese">The reason in simplified Chinese.</param>
/// <param name="English">The reason in English.</param>
/// <param name="ChineseHint">What would be right, in simplified Chinese; null where the reason says it all.</param>
/// <param name="EnglishHint">What would be right, in English; null where the reason says it all.</param>
public sealed record TemplateMessage(string Chinese, string English, string? ChineseHint = null, string? EnglishHint = null);
