namespace ReportGen.Templating.Errors;

/// <summary>The reason for an error, and how to fix it, in both languages.</summary>
/// <param name="Chinese">The reason in simplified Chinese.</param>
/// <param name="English">The reason in English.</param>
/// <param name="ChineseHint">How to fix it, in simplified Chinese; null if the reason says so.</param>
/// <param name="EnglishHint">How to fix it, in English; null if the reason says so.</param>
public sealed record TemplateMessage(string Chinese, string English, string? ChineseHint = null, string? EnglishHint = null);
