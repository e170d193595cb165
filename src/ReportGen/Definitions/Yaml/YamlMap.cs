namespace ReportGen.Definitions.Yaml;

/// <summary>
/// A mapping of keys to values. Each getter marks its key as known; for an invalid value it reports a finding and returns
/// a default, so that one pass finds all errors. <see cref="Done"/> reports the keys that no getter has read.
/// </summary>
public sealed class YamlMap : YamlNode
{
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    internal YamlMap(YamlSource source, int line, int column, ImmutableArray<(YamlText Key, YamlNode Value)> entries)
        : base(source, line, column) => Entries = entries;

    /// <summary>The keys with their values in file order; keys are distinct.</summary>
    public ImmutableArray<(YamlText Key, YamlNode Value)> Entries { get; }

    /// <summary>Whether the key has a value.</summary>
    public bool Has(string key) => Node(key) is not null;

    /// <summary>The value of a key; null if the key is missing or its value is null.</summary>
    public YamlNode? Node(string key)
    {
        _known.Add(key);
        var value = Entries.FirstOrDefault(e => e.Key.Value == key).Value;
        return value is YamlText { IsNull: true } ? null : value;
    }

    /// <summary>The location of the value of a key; that of the map if the key is missing.</summary>
    public TextLocation LocationOf(string key) => Node(key)?.Location ?? Location;

    /// <summary>Reports a finding at the value of a key, or at the map if the key is missing.</summary>
    public void ReportAt(string key, Func<TextLocation, Diagnostic> finding)
    {
        var node = Node(key) ?? this;
        node.Report(finding(node.Location));
    }

    /// <summary>The text of a required key; empty, with a finding, if it is missing or not a text.</summary>
    public string Text(string key) => RequiredScalar(key)?.Value ?? "";

    /// <summary>The text of a key; null if it is missing or, with a finding, not a text.</summary>
    public string? OptionalText(string key) => Scalar(key)?.Value;

    /// <summary>The text of a key, with its location; null if it is missing or, with a finding, not a text.</summary>
    public YamlText? Scalar(string key) => As<YamlText>(Node(key), key, YamlMessages.Text);

    /// <summary>The text of a required key, with its location; null, with a finding, if it is missing or not a text.</summary>
    public YamlText? RequiredScalar(string key) => Required(key) ? Scalar(key) : null;

    /// <summary>
    /// The integer of a key, from <paramref name="min"/> to <paramref name="max"/>; null if it is missing or, with a finding,
    /// invalid.
    /// </summary>
    public int? Integer(string key, int min = int.MinValue, int max = int.MaxValue)
    {
        if (Scalar(key) is not { } text) return null;
        if (int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
        {
            return number;
        }

        text.Report(YamlMessages.NoInteger(text, key, min, max));
        return null;
    }

    /// <summary>The number of a key; null if it is missing or, with a finding, invalid.</summary>
    public decimal? Decimal(string key)
    {
        if (Scalar(key) is not { } text) return null;
        if (decimal.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        text.Report(YamlMessages.NoNumber(text, key));
        return null;
    }

    /// <summary>
    /// The value <c>true</c> or <c>false</c> of a key; <paramref name="fallback"/> if it is missing or, with a finding, invalid.
    /// </summary>
    public bool Flag(string key, bool fallback = false)
    {
        if (Scalar(key) is not { } text) return fallback;
        if (text.Value is "true" or "false") return text.Value == "true";
        text.Report(YamlMessages.NoFlag(text, key));
        return fallback;
    }

    /// <summary>
    /// The value that a word stands for; <paramref name="fallback"/> if the key is missing or, with a finding, has another word.
    /// </summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words, T fallback)
    {
        if (Scalar(key) is not { } text) return fallback;
        if (words.TryGetValue(text.Value, out var value)) return value;
        text.Report(YamlMessages.UnknownWord(text, key, words.Keys));
        return fallback;
    }

    /// <summary>
    /// A text in both languages, as <c>{ zh: …, en: … }</c> or one text for both; null if the key is missing or, with a finding,
    /// invalid.
    /// </summary>
    public LocalizedText? Localized(string key)
    {
        if (Node(key) is YamlText same) return LocalizedText.Same(same.Value);
        if (Map(key) is not { } map) return null;
        var text = new LocalizedText(map.Text("zh"), map.Text("en"));
        map.Done();
        return text;
    }

    /// <summary>A required text in both languages; empty, with a finding, if it is missing or invalid.</summary>
    public LocalizedText RequiredLocalized(string key) =>
        (Required(key) ? Localized(key) : null) ?? LocalizedText.Same("");

    /// <summary>The map of a key; null if it is missing or, with a finding, not a map.</summary>
    public YamlMap? Map(string key) => As<YamlMap>(Node(key), key, YamlMessages.Map);

    /// <summary>The values of a key: the items of a list, or a single value; empty if it is missing.</summary>
    public ImmutableArray<YamlNode> Items(string key) => Node(key) switch
    {
        null => [],
        YamlList list => list.Items,
        { } single => [single],
    };

    /// <summary>
    /// The texts of a key, with their locations; other items are reported and left out. Empty if it is missing.
    /// </summary>
    public ImmutableArray<YamlText> Scalars(string key) =>
        [.. Items(key).Select(n => As<YamlText>(n, key, YamlMessages.Text)).OfType<YamlText>()];

    /// <summary>The texts of a key, as in <see cref="Scalars"/>.</summary>
    public ImmutableArray<string> Texts(string key) => [.. Scalars(key).Select(s => s.Value)];

    /// <summary>The maps of a key; other items are reported and left out. Empty if it is missing.</summary>
    public ImmutableArray<YamlMap> Maps(string key) =>
        [.. Items(key).Select(n => As<YamlMap>(n, key, YamlMessages.Map)).OfType<YamlMap>()];

    /// <summary>Whether a key has a value; reports it if not.</summary>
    public bool Required(string key)
    {
        if (Has(key)) return true;
        Report(YamlMessages.MissingKey(Location, key));
        return false;
    }

    /// <summary>Reports every key that no getter has read.</summary>
    public void Done()
    {
        foreach (var (key, _) in Entries.Where(e => !_known.Contains(e.Key.Value)))
            key.Report(YamlMessages.UnknownKey(key, _known));
    }

    private static T? As<T>(YamlNode? node, string key, LocalizedText expected)
        where T : YamlNode
    {
        if (node is null or T) return (T?)node;
        node.Report(YamlMessages.WrongShape(node, key, expected));
        return null;
    }
}
