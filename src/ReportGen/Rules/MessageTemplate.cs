using ReportGen.Definitions.Yaml;

namespace ReportGen.Rules;

/// <summary>A message with placeholders: <c>{left} ≠ {right}</c>. Their names are verified when the rules are read.</summary>
public sealed record MessageTemplate(LocalizedText Text)
{
    /// <summary>The message with <paramref name="values"/> filled in.</summary>
    public LocalizedText With(IReadOnlyDictionary<string, LocalizedText> values) =>
        new(Fill(Text.Chinese, values, Language.Chinese), Fill(Text.English, values, Language.English));

    /// <summary>Reports every placeholder of the message at a key that is not one of <paramref name="known"/>.</summary>
    internal static void Verify(YamlMap map, string key, string[] known)
    {
        YamlText?[] texts = map.Node(key) is YamlMap both ? [both.Scalar("zh"), both.Scalar("en")] : [map.Scalar(key)];
        foreach (var text in texts.OfType<YamlText>())
        {
            foreach (var (name, at) in Placeholders(text.Value).Where(p => !known.Contains(p.Name)))
                text.Source.Report(RuleMessages.UnknownPlaceholder(text.LocationAt(at), name, known), name.Length + 2);
        }
    }

    private static string Fill(string text, IReadOnlyDictionary<string, LocalizedText> values, Language language)
    {
        var filled = new StringBuilder();
        var done = 0;
        foreach (var (name, at) in Placeholders(text))
        {
            filled.Append(text, done, at - done).Append(values.TryGetValue(name, out var value) ? value.In(language) : "");
            done = at + name.Length + 2;
        }

        return filled.Append(text, done, text.Length - done).ToString();
    }

    private static IEnumerable<(string Name, int At)> Placeholders(string text)
    {
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            if (close < 0) yield break;
            yield return (text[(open + 1)..close], open);
            open = close;
        }
    }
}
