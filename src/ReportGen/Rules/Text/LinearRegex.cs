using System.Text.RegularExpressions;

namespace ReportGen.Rules.Text;

/// <summary>
/// A regular expression whose time grows with the text and no faster. The automaton that guarantees this takes milliseconds and
/// megabytes to make, and a kind has hundreds of patterns: so ordinary matching goes first, and the automaton is made only when a
/// text is long or takes long. Both find the same. Safe for several threads at once.
/// </summary>
public sealed partial class LinearRegex
{
    private const RegexOptions Common = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // In characters; nearly all prose is matched by the sentence.
    private const int LongText = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly Regex _quick;
    private readonly Lazy<Regex> _steady;
    private volatile bool _isSlow;

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    /// <exception cref="NotSupportedException">It looks around, refers back or is atomic, which no automaton can do.</exception>
    public LinearRegex(string pattern)
    {
        _quick = new Regex(pattern, Common, Patience);
        _steady = new(() => new Regex(pattern, Common | RegexOptions.NonBacktracking));
        if (PerhapsNotLinear().IsMatch(pattern)) _ = _steady.Value;
    }

    /// <summary>Whether it matches anywhere in a text.</summary>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        try
        {
            if (!IsSteady(text.Length)) return _quick.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            _isSlow = true;
        }

        return _steady.Value.IsMatch(text);
    }

    /// <summary>The first match within a run of a text, which is to the pattern all that there is.</summary>
    public Match Match(string text, int start, int length)
    {
        try
        {
            if (!IsSteady(length)) return _quick.Match(text, start, length);
        }
        catch (RegexMatchTimeoutException)
        {
            _isSlow = true;
        }

        return _steady.Value.Match(text, start, length);
    }

    /// <summary>All matches within a run of a text, in order, none over another.</summary>
    public IReadOnlyList<Match> Matches(string text, int start, int length)
    {
        try
        {
            if (!IsSteady(length)) return All(_quick, text, start, length);
        }
        catch (RegexMatchTimeoutException)
        {
            _isSlow = true;
        }

        return All(_steady.Value, text, start, length);
    }

    /// <summary>The pattern.</summary>
    public override string ToString() => _quick.ToString();

    private bool IsSteady(int length) => _isSlow || length > LongText;

    private static List<Match> All(Regex regex, string text, int start, int length)
    {
        var all = new List<Match>();
        for (var match = regex.Match(text, start, length); match.Success; match = match.NextMatch()) all.Add(match);
        return all;
    }

    // Groups other than plain and named ones, and references back.
    [GeneratedRegex(@"\(\?(?!:|<\w)|\\[1-9kG]", RegexOptions.CultureInvariant)]
    private static partial Regex PerhapsNotLinear();
}
