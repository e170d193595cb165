using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Runtime;

/// <summary>Finds the templates that <c>include</c> names. It decides what may be read.</summary>
public interface ITemplateLoader
{
    /// <summary>The path of the template that <paramref name="templateName"/> means; null where there is none.</summary>
    /// <param name="context">The running template.</param>
    /// <param name="callerSpan">The place of the <c>include</c>; its file name tells which template asks.</param>
    /// <param name="templateName">The name as the template wrote it; hostile until checked.</param>
    string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName);

    /// <summary>The text of the template at a path of <see cref="GetPath"/>; null where it cannot be read.</summary>
    /// <param name="context">The running template.</param>
    /// <param name="callerSpan">The place of the <c>include</c>.</param>
    /// <param name="templatePath">The path.</param>
    string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath);
}
