namespace ReportGen.Ledgers;

/// <summary>A body that is expected to hand in a report.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Group">What the list groups it under, such as 政府部门; empty for none.</param>
/// <param name="OtherNames">Short or former names under which its report may come.</param>
public sealed record RosterEntry(string Name, string Group, ImmutableArray<string> OtherNames);

/// <summary>The list of bodies that are expected, in the order of the file.</summary>
/// <param name="Entries">One for each body; names are distinct.</param>
public sealed record Roster(ImmutableArray<RosterEntry> Entries)
{
    private readonly Lazy<NameIndex> _index = new(() => new NameIndex(Entries));

    /// <summary>
    /// The entry with that name; blanks and full-width forms do not matter, and a full name goes before another's short one.
    /// Null when nobody has it.
    /// </summary>
    public RosterEntry? Find(string body) => _index.Value.Find(Normalize(body));

    /// <summary>
    /// The entry one of whose names a file name holds: how an unreadable workbook is still attributed. Of several, the one
    /// with the longest full name: 某市教育局 holds 市教育局 as well. Null when the file name holds none.
    /// </summary>
    public RosterEntry? FindIn(string fileName) => _index.Value.FindIn(Normalize(fileName));

    /// <summary>A name without blanks and with full-width forms made ordinary, for comparison only.</summary>
    internal static string Normalize(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The entries by all of their names, so that no look-up goes through the whole list.</summary>
    private sealed class NameIndex
    {
        private readonly Dictionary<string, ImmutableArray<(int Place, RosterEntry Entry)>> _byName;
        private readonly ImmutableArray<int> _lengths;

        public NameIndex(ImmutableArray<RosterEntry> entries)
        {
            _byName = entries
                .SelectMany((e, place) => e.OtherNames.Prepend(e.Name).Select((name, i) => (Name: Normalize(name), IsOther: i > 0, place, e)))
                .OrderBy(n => n.IsOther).GroupBy(n => n.Name, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(n => (n.place, n.e)).ToImmutableArray(), StringComparer.Ordinal);
            _lengths = [.. _byName.Keys.Select(n => n.Length).Distinct()];
        }

        public RosterEntry? Find(string name) => _byName.TryGetValue(name, out var found) ? found[0].Entry : null;

        public RosterEntry? FindIn(string text)
        {
            var names = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
            var found = new List<(int Place, RosterEntry Entry)>();
            foreach (var length in _lengths)
            {
                for (var at = 0; at + length <= text.Length; at++)
                    if (names.TryGetValue(text.AsSpan(at, length), out var entries)) found.AddRange(entries);
            }

            return found.OrderBy(f => f.Place).Select(f => f.Entry).MaxBy(e => e.Name.Length);
        }
    }
}
