using System.Security.Cryptography;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Rules;

/// <summary>A finding that was reviewed and accepted.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Place">Sheet and cell, such as <c>三、依申请公开!J12</c>; empty where the finding has no place.</param>
/// <param name="Hash">The digest of the finding's text. If its figures or words change, the acceptance no longer applies.</param>
/// <param name="Reason">Why it was accepted. Never empty.</param>
public sealed record AcceptedFinding(string Id, string Place, string Hash, string Reason)
{
    /// <summary>The body to whose report it applies; empty for any.</summary>
    public string Body { get; init; } = "";

    /// <summary>Whether it applies to the report of <paramref name="body"/>.</summary>
    public bool IsFor(string body) => Body.Length == 0 || Body == body;
}

/// <summary>The accepted findings of one report, or of several bodies' reports, each with a reason.</summary>
/// <param name="Findings">The accepted findings.</param>
public sealed record AcceptedFindings(ImmutableArray<AcceptedFinding> Findings)
{
    /// <summary>The result of applying the list to the findings of one report.</summary>
    /// <param name="Remaining">The findings that are not accepted.</param>
    /// <param name="Accepted">The accepted findings, each with the reason.</param>
    /// <param name="Lapsed">Accepted findings for this body that no longer occur.</param>
    public sealed record Applied(ImmutableArray<Diagnostic> Remaining,
        ImmutableArray<(Diagnostic Finding, string Reason)> Accepted,
        ImmutableArray<AcceptedFinding> Lapsed);

    /// <summary>
    /// Whether a finding may be accepted: findings of rules, and all that do not stop publication. Errors that keep content
    /// from being read, under whichever rule, or text from being evaluated, may not.
    /// </summary>
    public static bool MayAccept(Diagnostic finding) =>
        finding.Severity != Severity.Error || (!finding.LosesContent && !IsMessageKey(finding.Id));

    /// <summary>Reads a list of accepted findings. Null, with findings added, if the file is not such a list.</summary>
    public static AcceptedFindings? Read(string file, ICollection<Diagnostic> findings)
    {
        var before = findings.Count;
        if (YamlReader.ReadFile(file, findings) is not { } map) return null;
        var accepted = map.Maps("accepted").Select(ReadOne).ToImmutableArray();
        map.Done();
        return findings.Count == before ? new AcceptedFindings(accepted) : null;
    }

    /// <summary>Creates the list that accepts <paramref name="findings"/>, each for <paramref name="reason"/>.</summary>
    /// <param name="findings">The findings; those that may not be accepted are left out.</param>
    /// <param name="reason">Why they are accepted. Not empty.</param>
    /// <param name="body">The body to whose report they belong; empty for any.</param>
    public static AcceptedFindings Of(IEnumerable<Diagnostic> findings, string reason, string body = "") =>
        new([.. findings.Where(MayAccept).Select(f => new AcceptedFinding(f.Id, Place(f), HashOf(f), reason) { Body = body })
            .Distinct()]);

    /// <summary>Divides the findings of a report into accepted and remaining ones.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="body">The body to whose report they belong.</param>
    public Applied Apply(ImmutableArray<Diagnostic> findings, string body = "")
    {
        var own = Findings.Where(f => f.IsFor(body)).ToImmutableArray();
        var known = own.GroupBy(f => (f.Id, f.Place, f.Hash)).ToDictionary(g => g.Key, g => g.First());
        var remaining = ImmutableArray.CreateBuilder<Diagnostic>();
        var accepted = ImmutableArray.CreateBuilder<(Diagnostic, string)>();
        var used = new HashSet<(string, string, string)>();
        foreach (var finding in findings)
        {
            if (MayAccept(finding) && known.TryGetValue((finding.Id, Place(finding), HashOf(finding)), out var match))
            {
                accepted.Add((finding, match.Reason));
                used.Add((match.Id, match.Place, match.Hash));
            }
            else
            {
                remaining.Add(finding);
            }
        }

        return new Applied(remaining.ToImmutable(), accepted.ToImmutable(),
            [.. own.Where(f => !used.Contains((f.Id, f.Place, f.Hash)))]);
    }

    /// <summary>
    /// The digest of a finding's text, 16 hexadecimal digits. It changes with the figures or words of the finding.
    /// </summary>
    public static string HashOf(Diagnostic finding)
    {
        var text = $"{finding.Message.Chinese}\n{finding.Quotation?.Text}\n{finding.Quotation?.Mark.Start}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    /// <summary>The list as YAML, which <see cref="Read"/> accepts.</summary>
    public string Write()
    {
        if (Findings.IsEmpty) return "accepted: []\n";
        var yaml = new StringBuilder("accepted:\n");
        foreach (var finding in Findings)
        {
            yaml.Append("  - id: ").Append(Quote(finding.Id)).Append('\n');
            if (finding.Body.Length > 0) yaml.Append("    body: ").Append(Quote(finding.Body)).Append('\n');
            yaml.Append("    place: ").Append(Quote(finding.Place)).Append("\n    hash: ").Append(Quote(finding.Hash))
                .Append("\n    reason: ").Append(Quote(finding.Reason)).Append('\n');
        }

        return yaml.ToString();
    }

    // file.missing, prose.unknown-name: messages of the program. The id of a rule looks like T3-02.
    private static bool IsMessageKey(string id) =>
        id.Length > 0 && char.IsAsciiLetterLower(id[0]) && id.Contains('.', StringComparison.Ordinal);

    private static AcceptedFinding ReadOne(YamlMap map)
    {
        var read = new AcceptedFinding(map.Text("id"), map.OptionalText("place") ?? "", map.Text("hash"), map.Text("reason"))
        {
            Body = map.OptionalText("body") ?? "",
        };
        if (read.Reason.Trim().Length == 0) map.ReportAt("reason", RuleMessages.NoReason);
        map.Done();
        return read;
    }

    private static string Place(Diagnostic finding) => finding.Location switch
    {
        CellLocation cell => $"{cell.Sheet}!{cell.Address}",
        SheetLocation sheet => sheet.Sheet,
        _ => "",
    };

    // Double quotes, because only they can hold every character. Line breaks are escaped.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or '\uffff' or '\ufffe')
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
