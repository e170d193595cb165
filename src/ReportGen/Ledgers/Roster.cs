using System.Collections.Immutable;
using System.Text;

namespace ReportGen.Ledgers;

/// <summary>A body that is expected to hand in a report.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Group">What the list groups it under, such as 政府部门; empty for none.</param>
/// <param name="OtherNames">Short or former names under which its report may come.</param>
public sealed record RosterEntry(string Name, string Group, ImmutableArray<string> OtherNames)
{
    /// <summary>Whether <paramref name="body"/> is one of the entry's names; blanks and full-width forms do not matter.</summary>
    public bool IsNamed(string body) => OtherNames.Add(Name).Any(n => Roster.Normalize(n) == Roster.Normalize(body));

    /// <summary>Whether a file name holds one of the entry's names: how an unreadable workbook is still attributed.</summary>
    public bool IsNamedIn(string fileName) =>
        OtherNames.Add(Name).Any(n => Roster.Normalize(fileName).Contains(Roster.Normalize(n), StringComparison.Ordinal));
}

/// <summary>The list of bodies that are expected, in the order of the file.</summary>
/// <param name="Entries">One for each body; names are distinct.</param>
public sealed record Roster(ImmutableArray<RosterEntry> Entries)
{
    private readonly Lazy<Dictionary<string, RosterEntry>> _byName = new(() => Entries
        .SelectMany(e => e.OtherNames.Prepend(e.Name).Select((name, i) => (Key: Normalize(name), Entry: e, IsOther: i > 0)))
        .OrderBy(n => n.IsOther).DistinctBy(n => n.Key).ToDictionary(n => n.Key, n => n.Entry, StringComparer.Ordinal));

    /// <summary>The entry with that name; a full name goes before another's short one. Null when nobody has it.</summary>
    public RosterEntry? Find(string body) => _byName.Value.GetValueOrDefault(Normalize(body));

    /// <summary>A name without blanks and with full-width forms made ordinary, for comparison only.</summary>
    internal static string Normalize(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}
