namespace ReportGen.Ledgers;

/// <summary>A body that is expected to submit a report.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Group">The group in the list, such as 政府部门; empty if none.</param>
/// <param name="OtherNames">Short or former names that its report may use; empty if none.</param>
public sealed record RosterEntry(string Name, string Group, ImmutableArray<string> OtherNames);

/// <summary>The expected bodies, in file order.</summary>
/// <param name="Entries">One for each body, with distinct names.</param>
public sealed record Roster(ImmutableArray<RosterEntry> Entries)
{
    private readonly Lazy<NameIndex> _index = new(() => new NameIndex(Entries));

    /// <summary>
    /// The entry with this name, ignoring spaces and character width; full names take precedence over other names. Null if
    /// none.
    /// </summary>
    public RosterEntry? Find(string body) => _index.Value.Find(Normalize(body));

    /// <summary>
    /// The entry with a name that occurs in a file name, to attribute an unreadable workbook. Of several, the one with the
    /// longest full name, as 某市教育局 contains 市教育局. Null if none.
    /// </summary>
    public RosterEntry? FindIn(string fileName) => _index.Value.FindIn(Normalize(fileName));

    /// <summary>A name without spaces and in Unicode form KC, for comparison only.</summary>
    internal static string Normalize(string name) =>
        string.Concat(UnsafeCharacters.Remove(name).Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The entries by all of their names.</summary>
    private sealed class NameIndex
    {
        private readonly Dictionary<string, ImmutableArray<(int Place, RosterEntry Entry)>> _byName;
        private readonly ImmutableArray<int> _lengths;

        public NameIndex(ImmutableArray<RosterEntry> entries)
        {
            _byName = entries
                .SelectMany(
                    (e, place) =>
                        e.OtherNames.Prepend(e.Name).Select((name, i) => (Name: Normalize(name), IsOther: i > 0, place, e)))
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
