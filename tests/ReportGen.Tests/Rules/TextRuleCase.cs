using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Rules;

/// <summary>A rule over text: a report that obeys it, one that breaks it, and the resulting finding.</summary>
public sealed record TextRuleCase
{
    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>The severity under the default profile.</summary>
    public required string Severity { get; init; }

    /// <summary>The ids of the other findings; empty if none.</summary>
    public string Also { get; init; } = "";

    /// <summary>The settings of both reports, in the format of <see cref="TextReports"/>.</summary>
    public string Settings { get; init; } = "";

    /// <summary>Settings of the report that obeys only.</summary>
    public string ObeyedBy { get; init; } = "";

    /// <summary>Settings of the report that breaks the rule only.</summary>
    public string BrokenBy { get; init; } = "";

    /// <summary>The text that obeys.</summary>
    public string Obey { get; init; } = "";

    /// <summary>The text that breaks the rule.</summary>
    public string Break { get; init; } = "";

    /// <summary>
    /// The quotation with its mark as 【】, or the place if there is no quotation; then the message in Chinese and in English.
    /// </summary>
    public string Finding { get; init; } = "";

    /// <summary>The cases of <c>TextRules.txt</c>.</summary>
    public static IEnumerable<TextRuleCase> All() => Read("TextRules.txt").Split("\n== ")[1..].Select(Of);

    /// <summary>The cases of <c>TextTraps.txt</c>: settings and a text.</summary>
    public static IEnumerable<(string Settings, string Text)> Traps() =>
        from paragraph in Read("TextTraps.txt").Split("\n\n")
        let lines = paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')).ToArray()
        where lines.Length > 0
        select (lines[0].StartsWith('%') ? lines[0][1..] : "", string.Join('\n', lines.Where(l => !l.StartsWith('%'))));

    public override string ToString() => $"{Rule} {(Break.Length > 0 ? Break : BrokenBy)} {Settings}".TrimEnd();

    private static TextRuleCase Of(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var sign = "";
        var parts = lines[1..].Select(line =>
        {
            var found = new[] { "% ", "+% ", "-% ", "+ ", "- ",
                "= " }.FirstOrDefault(s => line.StartsWith(s, StringComparison.Ordinal));
            if (found is not null) sign = found;
            return (Sign: sign, Text: found is null ? line : line[found.Length..]);
        }).ToLookup(p => p.Sign, p => p.Text);
        string Part(string of) => string.Join('\n', parts[of]);
        var head = lines[0].Split(' ', 4);
        return new TextRuleCase
        {
            Rule = head[0], Severity = head[1], Also = head.Length > 3 ? head[3] : "", Settings = Part("% "),
            ObeyedBy = Part("+% "),
            BrokenBy = Part("-% "), Obey = Part("+ "), Break = Part("- "), Finding = Part("= "),
        };
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(RepositoryFiles.Root, "tests/ReportGen.Tests/Rules", file)).ReplaceLineEndings("\n");
}
