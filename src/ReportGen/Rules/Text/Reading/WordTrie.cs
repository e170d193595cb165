namespace ReportGen.Rules.Text.Reading;

/// <summary>Finds the longest known word at a place, in time that depends on the word alone.</summary>
internal sealed class WordTrie<T>
    where T : class
{
    private readonly Dictionary<(int Node, char Sign), int> _next = [];
    private readonly List<T?> _values = [null];

    /// <summary>What is known of a word; null for a word that is not in it.</summary>
    public T? this[string word]
    {
        get => Find(word, 0) is var (value, length) && length == word.Length ? value : null;
        set
        {
            var node = 0;
            foreach (var sign in word)
            {
                if (!_next.TryGetValue((node, sign), out var next))
                {
                    next = _values.Count;
                    _next.Add((node, sign), next);
                    _values.Add(null);
                }

                node = next;
            }

            _values[node] = value;
        }
    }

    /// <summary>The longest word that begins at a place, and its length; a length of 0 when none does.</summary>
    public (T? Value, int Length) Find(string text, int at)
    {
        var (node, found, length) = (0, (T?)null, 0);
        for (var i = at; i < text.Length && _next.TryGetValue((node, text[i]), out node); i++)
        {
            if (_values[node] is { } value) (found, length) = (value, i + 1 - at);
        }

        return (found, length);
    }
}
