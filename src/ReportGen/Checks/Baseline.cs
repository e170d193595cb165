using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>A finding that was looked at and accepted.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Place">Sheet and cell, such as <c>三、依申请公开!J12</c>; empty where the finding has no place.</param>
/// <param name="Hash">The digest of what the finding says. When the figures or the words change, the acceptance lapses.</param>
/// <param name="Reason">Why it was accepted. Never empty.</param>
public sealed record AcceptedFinding(string Id, string Place, string Hash, string Reason);

/// <summary>The findings of one report that were accepted, each with its reason.</summary>
/// <param name="Findings">The accepted findings.</param>
public sealed record Baseline(ImmutableArray<AcceptedFinding> Findings)
{
    /// <summary>What an acceptance list did.</summary>
    /// <param name="Remaining">The findings that nobody accepted.</param>
    /// <param name="Accepted">Those accepted, with the reason.</param>
    /// <param name="Lapsed">Acceptances that no finding answers to any more.</param>
    public sealed record Applied(ImmutableArray<Diagnostic> Remaining, ImmutableArray<(Diagnostic Finding, string Reason)> Accepted,
        ImmutableArray<AcceptedFinding> Lapsed);

    /// <summary>Reads a list of accepted findings. Null, with findings, when the file is no such list.</summary>
    public static Baseline? Read(string file, ICollection<Diagnostic> findings)
    {
        var before = findings.Count;
        if (YamlReader.ReadFile(file, findings) is not { } map) return null;
        var accepted = map.Maps("accepted").Select(ReadOne).ToImmutableArray();
        map.Done();
        return findings.Count == before ? new Baseline(accepted) : null;
    }

    /// <summary>The list of accepted findings that <paramref name="findings"/> would make, each for <paramref name="reason"/>.</summary>
    public static Baseline Of(IEnumerable<Diagnostic> findings, string reason) =>
        new([.. findings.Select(f => new AcceptedFinding(f.Id, Place(f), Hash(f), reason)).Distinct()]);

    /// <summary>Divides findings into those accepted and those that remain.</summary>
    public Applied Apply(ImmutableArray<Diagnostic> findings)
    {
        var known = Findings.GroupBy(f => (f.Id, f.Place, f.Hash)).ToDictionary(g => g.Key, g => g.First());
        var remaining = ImmutableArray.CreateBuilder<Diagnostic>();
        var accepted = ImmutableArray.CreateBuilder<(Diagnostic, string)>();
        var used = new HashSet<AcceptedFinding>();
        foreach (var finding in findings)
        {
            if (known.TryGetValue((finding.Id, Place(finding), Hash(finding)), out var match))
            {
                accepted.Add((finding, match.Reason));
                used.Add(match);
            }
            else remaining.Add(finding);
        }

        return new Applied(remaining.ToImmutable(), accepted.ToImmutable(), [.. Findings.Where(f => !used.Contains(f))]);
    }

    /// <summary>The list as YAML, readable by <see cref="Read"/>.</summary>
    public string Write()
    {
        var yaml = new StringBuilder("accepted:\n");
        if (Findings.IsEmpty) return "accepted: []\n";
        foreach (var finding in Findings)
        {
            yaml.Append("  - id: ").Append(Quote(finding.Id)).Append("\n    place: ").Append(Quote(finding.Place))
                .Append("\n    hash: ").Append(Quote(finding.Hash)).Append("\n    reason: ").Append(Quote(finding.Reason)).Append('\n');
        }

        return yaml.ToString();
    }

    private static AcceptedFinding ReadOne(YamlMap map)
    {
        var read = new AcceptedFinding(map.Text("id"), map.OptionalText("place") ?? "", map.Text("hash"), map.Text("reason"));
        if (read.Reason.Trim().Length == 0) map.ReportAt("reason", BaselineMessages.NoReason);
        map.Done();
        return read;
    }

    private static string Place(Diagnostic finding) => finding.Location switch
    {
        CellLocation cell => $"{cell.Sheet}!{cell.Address}",
        SheetLocation sheet => sheet.Sheet,
        _ => "",
    };

    private static string Hash(Diagnostic finding)
    {
        var said = $"{finding.Message.Chinese}\n{finding.Quotation?.Text}\n{finding.Quotation?.Mark.Start}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16];
    }

    private static string Quote(string text) => $"'{string.Join(' ', text.Split('\n', '\r')).Replace("'", "''", StringComparison.Ordinal)}'";
}
