using System.Text.RegularExpressions;

namespace ReportGen.Rules.Text;

/// <summary>
/// A regular expression that matches in linear time. The automaton that guarantees linear time takes milliseconds and megabytes
/// to build, and a kind has hundreds of patterns. So a backtracking matcher runs first, with a timeout; the automaton is built
/// only for long texts or after a timeout. Both find the same matches. Thread-safe.
/// </summary>
internal sealed partial class LinearRegex
{
    private const RegexOptions Common = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // In characters. Most prose is matched sentence by sentence.
    private const int LongText = 20_000;

    private static readonly TimeSpan s_timeout = TimeSpan.FromMilliseconds(100);

    private readonly Regex _quick;
    private readonly Lazy<Regex> _steady;
    private volatile bool _isSlow;

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="ArgumentException">The pattern is not a valid regular expression.</exception>
    /// <exception cref="NotSupportedException">The pattern has lookaround, backreferences or atomic groups, which an automaton
    /// cannot match.</exception>
    public LinearRegex(string pattern)
    {
        _quick = new Regex(pattern, Common, s_timeout);
        _steady = new(() => new Regex(pattern, Common | RegexOptions.NonBacktracking));
        if (PerhapsNotLinear().IsMatch(pattern)) _ = _steady.Value;
    }

    /// <summary>Whether the pattern matches anywhere in a text.</summary>
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

    /// <summary>The first match within a span; text outside the span is invisible to the pattern.</summary>
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

    /// <summary>All matches within a span, in order, without overlaps.</summary>
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

    private static IReadOnlyList<Match> All(Regex regex, string text, int start, int length)
    {
        var match = regex.Match(text, start, length);
        if (!match.Success) return [];
        var all = new List<Match>();
        for (; match.Success; match = match.NextMatch()) all.Add(match);
        return all;
    }

    // Groups other than plain and named ones, and backreferences.
    [GeneratedRegex(@"\(\?(?!:|<\w)|\\[1-9kG]", RegexOptions.CultureInvariant)]
    private static partial Regex PerhapsNotLinear();
}
