using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportGen.Rules.Text.Reading;

/// <summary>
/// Splits a text into tokens, from left to right, preferring the longest word. Linear in the length of the text.
/// </summary>
internal sealed partial class Lexer(ProseText text, Lexicon lexicon, IReadOnlyList<Word> names)
{
    private const string Marks = ",;:。()、!?！？\n…";

    private static readonly Role s_bounds = Role.Over | Role.Under | Role.Roughly | Role.Nearly;

    // Longest first.
    private static readonly string[] s_measures =
    [
        "个工作日", "个百分点", "人次", "件次", "场次", "册次", "次数", "工作日", "分钟", "小时", "个月", "万元", "亿元", "件", "份", "宗", "起", "例", "条", "项",
            "次", "篇", "期", "个", "部",
        "家", "场", "人", "名", "册", "处", "批", "轮", "类", "幅", "段", "集", "本", "张", "套", "户", "元", "天", "日", "年", "月", "倍", "成", "分",
            "字", "幢", "台", "辆", "封", "通", "号", "级", "%",
    ];

    private readonly string _plain = text.Plain;
    private int _next;

    public List<Token> Read()
    {
        var tokens = new List<Token>(_plain.Length / 2);
        for (var at = 0; at < _plain.Length;)
        {
            var token = Next(at);
            if (token.IsUnknown && tokens is [.., { IsUnknown: true } last] && last.End == at)
            {
                tokens[^1] = last with { End = token.End };
            }
            else if (token.IsUnknown && tokens is [.., { Word: { Text.Length: 1 } } no] && no.Is(Role.Not)
                && no.End == at)
            {
                tokens[^1] = token with { Start = no.Start };
            }
            else if (token.Count is { Bound: Role.None } count && tokens is [.., { Word: { } word }]
                && (word.Role & s_bounds) is var bound and not Role.None)
            {
                tokens.Add(token with { Count = count with { Bound = bound } });
            }
            else
            {
                tokens.Add(token);
            }

            at = token.End;
        }

        return tokens;
    }

    private Token Next(int at)
    {
        while (_next < text.Numbers.Length && text.Numbers[_next].Span.Start < at) _next++;
        if (TimeAt(at) is { } time) return time;
        if (_next < text.Numbers.Length && text.Numbers[_next].Span.Start == at) return Number(_next);
        if (_plain[at] is '《' or '“' && Quoted(at) is { } end) return new Token(at, end) { Mark = _plain[at] };
        if (Marks.Contains(_plain[at])) return new Token(at, at + 1) { Mark = _plain[at] };
        var rest = _plain.AsSpan(at);
        foreach (var name in names)
            if (rest.StartsWith(name.Text, StringComparison.Ordinal)) return new Token(at, at + name.Text.Length) { Word = name };

        if (_plain[at] == '零' && at > 0
            && _plain[at - 1] is '为' or '是')
        {
            return new Token(at, at + 1) { Count = new Count(-1, 0, 1, "") };
        }

        return lexicon.Find(_plain, at) is { } word ? new Token(at, at + word.Text.Length) { Word = word }
            : new Token(at, at + 1);
    }

    /// <summary>A number with its suffixes: 余 and the measure word.</summary>
    private Token Number(int index)
    {
        var number = text.Numbers[index];
        var end = number.Span.End;
        var count = new Count(index, number.Value, number.Step, "") { IsBound = number.IsBound };
        if (NumberScanner.IsPercentWord(_plain, number.Span))
        {
            return new Token(number.Span.Start,
            end) { Count = count with { Measure = "%" } };
        }

        if (end < _plain.Length && _plain[end] is '余' or '多' or '几')
        {
            count = count with { IsAndMore = true };
            end++;
        }

        if (s_measures.FirstOrDefault(m => string.CompareOrdinal(_plain, end, m, 0, m.Length) == 0) is { } measure)
        {
            count = count with { Measure = measure };
            end += measure.Length;
        }

        foreach (var (words, role) in s_suffixes)
        {
            if (string.CompareOrdinal(_plain, end, words, 0, words.Length) != 0) continue;
            return new Token(number.Span.Start, end + words.Length) { Count = count with { Bound = role } };
        }

        return new Token(number.Span.Start, end) { Count = count };
    }

    private static readonly (string Words, Role Role)[] s_suffixes =
        [("以上", Role.Over), ("之多", Role.Roughly), ("以下", Role.Under), ("以内", Role.Under), ("左右", Role.Roughly),
            ("上下", Role.Roughly), ("多", Role.Roughly), ("余", Role.Roughly)];

    /// <summary>Reads a title or quotation as one token.</summary>
    private int? Quoted(int at)
    {
        var (open, close) = _plain[at] == '《' ? ('《', '》') : ('“', '”');
        var depth = 0;
        for (var i = at; i < _plain.Length && i - at < Citation.LongestTitle; i++)
        {
            if (_plain[i] == open) depth++;
            else if (_plain[i] == close && --depth == 0) return i + 1;
        }

        return null;
    }

    private Token? TimeAt(int at)
    {
        if (!char.IsAsciiDigit(_plain[at])
            || (at > 0 && (char.IsAsciiLetterOrDigit(_plain[at - 1]) || _plain[at - 1] == '.')))
        {
            return null;
        }

        var match = Times().Match(_plain, at, Math.Min(40, _plain.Length - at));
        if (!match.Success || match.Index != at) return null;
        var year = Value(match, "y");
        var to = Value(match, "y2");
        var kind = (year, to) is ({ } one, { } other) && one != other ? TimeKind.Several : IsFullYear(match) ? TimeKind.FullYear
            : TimeKind.Part;
        return new Token(at, at + match.Length) { Time = new Time(year, kind) { IsImpossible = !IsDay(year, match, "m", "d")
            || !IsDay(to ?? year, match, "m2", "d2") } };
    }

    /// <summary>Whether a time is a whole year, or a period from its first month or up to its last day.</summary>
    private static bool IsFullYear(Match match)
    {
        if (match.Groups["part"].Success) return false;
        if (Value(match, "m2") is { } last) return last == 12 && Value(match, "m") == 1 && Value(match, "d2") is null or 31;
        return Value(match, "m") is null
            || (Value(match, "m") == 12 && (Value(match, "d") == 31 || match.Value.Contains('底', StringComparison.Ordinal)));
    }

    private static bool IsDay(int? year, Match match, string month, string day) => Value(match, month) is not { } m
        || (m is >= 1 and <= 12 && (Value(match, day) is not { } d || (d >= 1 && d <= DateTime.DaysInMonth(year ?? 2000, m))));

    private static int? Value(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("""
        ^(?:(?<y>(?:19|20)[0-9]{2})(?:年度|年年底|年年末|年底|年末|年终|年内|年全年|年(?<part>初|上半年|下半年|期间|第?[一二三四]季度|前三季度)|年)
           (?:(?<m>[0-9]{1,2})月(?:份|底|末|初|上旬|中旬|下旬)?(?:(?<d>[0-9]{1,2})日)?)?
          |(?<m>[0-9]{1,2})月(?:份|底|末|初|上旬|中旬|下旬|(?<d>[0-9]{1,2})日)?
          |(?<y>(?:19|20)[0-9]{2})(?=[-—至][0-9]{4}年))
        (?:起?[至到—-]+(?:(?<y2>(?:19|20)[0-9]{2})年度?)?(?:(?<m2>[0-9]{1,2})月(?:份|底)?(?:(?<d2>[0-9]{1,2})日)?)?)?(?:止|末|底|期间)?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Times();
}
