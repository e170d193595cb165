namespace ReportGen.Definitions.Yaml;

/// <summary>
/// Keys with values. Each getter reports what is wrong at the place of the mistake, remembers the key as known, and
/// gives a harmless value instead, so that one reading finds every mistake. <see cref="Done"/> reports the keys that
/// nobody asked for.
/// </summary>
public sealed class YamlMap : YamlNode
{
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    internal YamlMap(YamlSource source, int line, int column, ImmutableArray<(YamlText Key, YamlNode Value)> entries)
        : base(source, line, column) => Entries = entries;

    /// <summary>The keys with their values in the order of the file; every key once.</summary>
    public ImmutableArray<(YamlText Key, YamlNode Value)> Entries { get; }

    /// <summary>Whether the key is there with a value.</summary>
    public bool Has(string key) => Node(key) is not null;

    /// <summary>The value of a key, whatever it is; null when the key is missing or has nothing behind it.</summary>
    public YamlNode? Node(string key)
    {
        _known.Add(key);
        var value = Entries.FirstOrDefault(e => e.Key.Value == key).Value;
        return value is YamlText { IsNull: true } ? null : value;
    }

    /// <summary>Where the value of a key stands; where the map begins when the key is missing.</summary>
    public TextLocation LocationOf(string key) => Node(key)?.Location ?? Location;

    /// <summary>Reports a finding at the value of a key, or at the map when the key is missing.</summary>
    public void ReportAt(string key, Func<TextLocation, Diagnostic> finding)
    {
        var node = Node(key) ?? this;
        node.Report(finding(node.Location));
    }

    /// <summary>The text of a key that must be there; empty, with a finding, when it is not.</summary>
    public string Text(string key) => RequiredScalar(key)?.Value ?? "";

    /// <summary>The text of a key; null when it is missing.</summary>
    public string? OptionalText(string key) => Scalar(key)?.Value;

    /// <summary>The single value of a key, with its place; null when it is missing.</summary>
    public YamlText? Scalar(string key) => As<YamlText>(Node(key), key, YamlMessages.Text);

    /// <summary>The single value of a key that must be there; null, with a finding, when it is not.</summary>
    public YamlText? RequiredScalar(string key) => Required(key) ? Scalar(key) : null;

    /// <summary>The whole number of a key within bounds; null when it is missing or, with a finding, is none.</summary>
    public int? Integer(string key, int least = int.MinValue, int most = int.MaxValue)
    {
        if (Scalar(key) is not { } text) return null;
        if (int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most) return number;
        text.Report(YamlMessages.NoInteger(text, key, least, most));
        return null;
    }

    /// <summary>The number of a key; null when it is missing or, with a finding, is none.</summary>
    public decimal? Decimal(string key)
    {
        if (Scalar(key) is not { } text) return null;
        if (decimal.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        text.Report(YamlMessages.NoNumber(text, key));
        return null;
    }

    /// <summary>The yes or no of a key: <c>true</c> or <c>false</c>; <paramref name="fallback"/> when it is missing.</summary>
    public bool Flag(string key, bool fallback = false)
    {
        if (Scalar(key) is not { } text) return fallback;
        if (text.Value is "true" or "false") return text.Value == "true";
        text.Report(YamlMessages.NoFlag(text, key));
        return fallback;
    }

    /// <summary>One of a list of words; <paramref name="fallback"/> when the key is missing or, with a finding, is none of them.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words, T fallback)
    {
        if (Scalar(key) is not { } text) return fallback;
        if (words.TryGetValue(text.Value, out var value)) return value;
        text.Report(YamlMessages.UnknownWord(text, key, words.Keys));
        return fallback;
    }

    /// <summary>A text in both languages: <c>{ zh: …, en: … }</c>, or one text for both; null when the key is missing.</summary>
    public LocalizedText? Localized(string key)
    {
        if (Node(key) is YamlText same) return LocalizedText.Same(same.Value);
        if (Map(key) is not { } map) return null;
        var text = new LocalizedText(map.Text("zh"), map.Text("en"));
        map.Done();
        return text;
    }

    /// <summary>A text in both languages that must be there; empty, with a finding, when it is not.</summary>
    public LocalizedText RequiredLocalized(string key) =>
        (Required(key) ? Localized(key) : null) ?? LocalizedText.Same("");

    /// <summary>The map of a key; null when it is missing.</summary>
    public YamlMap? Map(string key) => As<YamlMap>(Node(key), key, YamlMessages.Map);

    /// <summary>The values of a key: a list, or a single value for a list of one; empty when it is missing.</summary>
    public ImmutableArray<YamlNode> Items(string key) => Node(key) switch
    {
        null => [],
        YamlList list => list.Items,
        { } single => [single],
    };

    /// <summary>The single values of a key in a list; empty when it is missing.</summary>
    public ImmutableArray<YamlText> Scalars(string key) =>
        [.. Items(key).Select(n => As<YamlText>(n, key, YamlMessages.Text)).OfType<YamlText>()];

    /// <summary>The texts of a key in a list; empty when it is missing.</summary>
    public ImmutableArray<string> Texts(string key) => [.. Scalars(key).Select(s => s.Value)];

    /// <summary>The maps of a key in a list; empty when it is missing.</summary>
    public ImmutableArray<YamlMap> Maps(string key) =>
        [.. Items(key).Select(n => As<YamlMap>(n, key, YamlMessages.Map)).OfType<YamlMap>()];

    /// <summary>Whether a key is there; a finding when it is not.</summary>
    public bool Required(string key)
    {
        if (Has(key)) return true;
        Report(YamlMessages.MissingKey(Location, key));
        return false;
    }

    /// <summary>Reports every key that no getter has asked for.</summary>
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
