using System.Text.RegularExpressions;
using ReportGen.Templating;
using ReportGen.Templating.Errors;
using ReportGen.Templating.Functions;
using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using ReportGen.Tests.Architecture;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportGen.Tests.Templating.Functions;

/// <summary>Runs every example of the guide for template authors.</summary>
public sealed partial class GuideTests
{
    private static readonly string s_guide =
        File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "template-guide.md")).ReplaceLineEndings("\n");

    private static readonly string s_model = DataBlock().Match(s_guide).Groups["json"].Value;

    private static IEnumerable<TestCaseData> Examples() => ExampleBlocks().Matches(s_guide).Select(match =>
        new TestCaseData(match.Groups["code"].Value, match.Groups["setting"].Value, match.Groups["result"].Value,
            match.Groups["outcome"].Value)
            .SetArgDisplayNames($"line {s_guide.AsSpan(0, match.Index).Count('\n') + 1}"));

    private static IEnumerable<TestCaseData> Rows() => ReferenceRows().Matches(s_guide).Select(match =>
        new TestCaseData(Code(match.Groups["example"].Value), Code(match.Groups["prints"].Value))
            .SetArgDisplayNames(match.Groups["function"].Value));

    [TestCaseSource(nameof(Examples))]
    public void An_example_prints_the_result_in_the_guide(string template, string setting, string result, string outcome)
    {
        var context = NewContext();
        context.IsStrict = setting != " relaxed";
        var errors = ReportTemplate.Parse(template, "guide", isHtml: setting == " html")
            .TryRender(context, out var output);
        if (outcome == "error") Assert.That(errors.Select(error => error.ToString()), Has.Some.Contains(result.TrimEnd('\n')));
        else Assert.That((string.Join('\n', errors), output), Is.EqualTo(("", result)));
    }

    [TestCaseSource(nameof(Rows))]
    public void A_function_prints_the_result_in_the_reference(string expression, string prints)
    {
        var errors = ReportTemplate.Parse("{{ " + expression + " }}").TryRender(NewContext(), out var output);
        Assert.That((string.Join('\n', errors), output), Is.EqualTo(("", prints)));
    }

    [Test]
    public void The_reference_has_every_additional_function() => Assert.That(
        BuiltinNames.All().Where(name => name.StartsWith("figure.", StringComparison.Ordinal) && !s_guide.Contains($"`{name}")),
        Is.Empty);

    private static RenderContext NewContext()
    {
        var context = new RenderContext();
        context.PushGlobal((ScriptObject)FunctionCalls.Value(context, "object.from_json", s_model)!);
        return context;
    }

    private static string Code(string cell) => 
        (cell.StartsWith("`` ", StringComparison.Ordinal) ? cell[3..^3] : cell[1..^1])
            .Replace("\\|", "|", StringComparison.Ordinal);

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex DataBlock();

    [GeneratedRegex("```scriban(?<setting>[^\n]*)\n(?<code>.*?)```\n```(?<outcome>output|error)\n(?<result>.*?)```",
        RegexOptions.Singleline)]
    private static partial Regex ExampleBlocks();

    [GeneratedRegex(
        @"^\| (?<function>`\w+\.[^|]*`) \| [^\n]*? \| (?<example>`(?:[^\n|]|\\\|)*`) \| (?<prints>`(?:[^\n|]|\\\|)*`) \|$",
        RegexOptions.Multiline)]
    private static partial Regex ReferenceRows();
}
