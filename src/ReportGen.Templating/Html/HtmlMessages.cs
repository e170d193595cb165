namespace ReportGen.Templating.Html;

/// <summary>What can be wrong with the HTML of a template, in both languages.</summary>
internal static class HtmlMessages
{
    public static TemplateMessage ValueInScript() => new TemplateMessage(
        "脚本（script 元素、on… 属性、javascript: 链接）里不能输出数值。",
        "A value may not stand in script code.").WithHint(
        "把数值写进 data-… 属性，让脚本去读。",
        "Put the value in a data-… attribute and read it from the script.");

    public static TemplateMessage ValueInTag() => new TemplateMessage(
        "标签名和属性名的位置不能输出数值。",
        "A value may not stand for the name of a tag or attribute.").WithHint(
        "请把它写进带引号的属性值，例如 class=\"{{ x }}\"。",
        "Put it in the quoted value of an attribute, such as class=\"{{ x }}\".");

    public static TemplateMessage ValueAfterValue() => new TemplateMessage(
        "没有引号的属性值里只能有一个数值，别无他物。",
        "An attribute without quotes may hold one value and nothing else.").WithHint(
        "请加上引号，例如 class=\"{{ x }} {{ y }}\"。",
        "Put it in quotes, such as class=\"{{ x }} {{ y }}\".");

    public static TemplateMessage BranchesDiffer() => new TemplateMessage(
        "各分支结束时所在的 HTML 位置不同，无法判断怎样转义后面的内容。",
        "The branches end in different places of the HTML, so what follows cannot be escaped safely.").WithHint(
        "请让每个分支都完整地开始和结束标签、引号。",
        "Let every branch open and close its tags and quotes.");

    public static TemplateMessage BlockLeavesText(string word) => new(
        $"{word} 的内容必须在标签之外结束。",
        $"The content of {word} must end outside of any tag.");

    public static TemplateMessage WrapInTag() => new(
        "wrap 只能写在标签之外。",
        "wrap may stand outside of tags only.");

    public static TemplateMessage EndsInside() => new(
        "模板在标签、注释或脚本中间结束。",
        "The template ends inside a tag, comment or script.");
}
