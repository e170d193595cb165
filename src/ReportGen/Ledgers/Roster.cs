namespace ReportGen.Ledgers;

/// <summary>A body that is expected to submit a report.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Group">The group in the list, such as 政府部门; empty if none.</param>
/// <param name="OtherNames">Short or former names that its report may use; empty if none.</param>
public sealed record RosterEntry(string Name, string Group, ImmutableArray<string> OtherNames)
{
    /// <summary>Whom to ask: names, telephone numbers; empty if unknown.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The last day for its report; null if none.</summary>
    public DateOnly? Deadline { get; init; }
}

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

    /// <summary>
    /// What most of the names begin with: a district, such as 示例区; empty if there is none. It ends with a word for an area,
    /// and is shorter than any name.
    /// </summary>
    internal string District => Entries
        .SelectMany(e => DistrictsOf(Normalize(e.Name)))
        .GroupBy(d => d, StringComparer.Ordinal).Where(g => g.Count() > 1 && g.Count() * 2 > Entries.Length)
        .Select(g => g.Key).MaxBy(d => d.Length) ?? "";

    /// <summary>The names of the roster that contain a name, or that it contains: perhaps the same body.</summary>
    /// <param name="name">A name that the roster does not have.</param>
    internal IEnumerable<string> Similar(string name) => Normalize(name) is { Length: > 1 } given
        ? Entries.Where(e => e.OtherNames.Prepend(e.Name).Select(Normalize).Any(
            n => n.Length > 1 && (n.Contains(given, StringComparison.Ordinal) || given.Contains(n, StringComparison.Ordinal))))
            .Select(e => e.Name)
        : [];

    private static IEnumerable<string> DistrictsOf(string name) =>
        Enumerable.Range(2, Math.Max(0, name.Length - 2)).Where(end => "省市区县旗州盟".Contains(name[end - 1]))
            .Select(end => name[..end]);

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
