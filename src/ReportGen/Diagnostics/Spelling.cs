using ReportGen.Templating.Errors;

namespace ReportGen.Diagnostics;

/// <summary>Suggests the known word that a misspelled word probably stands for.</summary>
public static class Spelling
{
    private const int MaxListed = 12;

    /// <summary>The word of <paramref name="known"/> most similar to <paramref name="word"/>; null if none is similar.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => SimilarNames.Nearest(word, known);

    /// <summary>“Did you mean …?” if a word is similar, otherwise a list of the known words; null if there are none.</summary>
    public static LocalizedText? Hint(string word, IReadOnlyCollection<string> known)
    {
        if (Nearest(word, known) is { } near) return new($"是否应为“{near}”？", $"Did you mean “{near}”?");
        if (known.Count == 0) return null;
        var (first, more) = (known.Take(MaxListed), known.Count > MaxListed);
        return new($"可用的有：{string.Join("、", first)}{(more ? "……" : "。")}",
            $"Available: {string.Join(", ", first)}{(more ? ", …" : ".")}");
    }
}
