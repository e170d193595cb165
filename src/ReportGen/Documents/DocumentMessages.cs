using ReportGen.Templating.Errors;
using static ReportGen.Diagnostics.Diagnostic;

namespace ReportGen.Documents;

/// <summary>The messages about templates.</summary>
internal static class DocumentMessages
{
    /// <summary>An error found by the template language.</summary>
    public static Diagnostic InvalidTemplate(TemplateError error) => TemplateFinding.Of("template.error", error);

    /// <summary>A template that the edition names does not exist.</summary>
    public static Diagnostic NoTemplate(string path) => OfFile("template.missing", Severity.Error, path,
        "找不到模板文件。", "The template file does not exist.", new("请检查 kind.yaml 中的模板文件名。", "Check the name in kind.yaml."));

    /// <summary>A file of the template folders is a link that leads out of them.</summary>
    public static Diagnostic OutsideRoot(string path) => OfFile("template.outside-root", Severity.Error, path,
        "这个文件是链接，指向模板文件夹以外，没有读取。", "This file is a link to a place outside the templates folder; it is not read.",
        new("请用文件本身代替链接。", "Put the file itself in place of the link."));

    /// <summary>A file of the template folders cannot be read.</summary>
    public static Diagnostic Unreadable(string path, string reason) => OfFile("template.unreadable", Severity.Error, path,
        $"模板文件无法读取：{reason}", $"The template cannot be read: {reason}",
        new("请检查文件权限和大小。", "Check its permissions and size."));
}
