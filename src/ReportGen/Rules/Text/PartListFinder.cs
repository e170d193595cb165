namespace ReportGen.Rules.Text;

/// <summary>A list of parts that does not fit its whole.</summary>
/// <param name="Mistake">How it fails.</param>
/// <param name="Whole">Where the whole is masked.</param>
/// <param name="Parts">Where the parts are masked. Never empty.</param>
/// <param name="Sum">Their sum.</param>
internal sealed record PartList(PartsMistake Mistake, int Whole, int[] Parts, decimal Sum);

/// <summary>Finds the lists of parts of a text: 共 A 件，其中 a 件、b 件; A 件（a 件、b 件）; a sum followed by its items.</summary>
internal sealed class PartListFinder
{
    private const int LeastLoose = 4;
    private const int LookBack = 600;

    private readonly PartLists _lists;
    private readonly ProseText _text;
    private readonly string _masked;

    private PartListFinder(PartLists lists, ProseText text) => (_lists, _text, _masked) = (lists, text, text.Masked);

    /// <summary>The lists of <paramref name="text"/> that do not fit.</summary>
    public static IEnumerable<PartList> Find(PartLists lists, ProseText text)
    {
        var finder = new PartListFinder(lists, text);
        TextSpan? before = null;
        foreach (var sentence in TextPieces.Sentences(finder._masked))
        {
            if (!finder._masked.AsSpan(sentence.Start, sentence.Length).Contains('#'))
            {
                before = sentence;
                continue;
            }

            foreach (var list in finder.Introduced(sentence, before).Concat(finder.Bracketed(sentence)).Concat(finder.Loose(sentence))) yield return list;
            before = sentence;
        }
    }

    /// <summary>其中 with the whole before it, in this sentence or at the end of the one before.</summary>
    private IEnumerable<PartList> Introduced(TextSpan sentence, TextSpan? before)
    {
        var intros = _lists.Intro.Regex.Matches(_masked, sentence.Start, sentence.Length).Select(m => (m.Index, m.Length)).ToArray();
        for (var i = 0; i < intros.Length; i++)
        {
            var (at, length) = intros[i];
            var depth = Brackets.Depth(_masked, sentence.Start, at);
            var end = i + 1 < intros.Length ? intros[i + 1].Item1 : sentence.End;
            if (depth > 0) end = Math.Min(end, Brackets.Close(_masked, at, sentence.End));
            if (i + 1 < intros.Length && end == intros[i + 1].Item1 && _masked.IndexOfAny([';', ')'], at, end - at) < 0) continue;
            var wholes = Wholes(new TextSpan(sentence.Start, at - sentence.Start));
            if (wholes.Count == 0 && before is { } earlier && at - sentence.Start < 3) wholes = Wholes(earlier);
            var items = Items(at + length, end);
            foreach (var list in Judge(wholes, items)) yield return list;
        }
    }

    /// <summary>A件（a件、b件): what a bracket counts in the unit of the number before it.</summary>
    private IEnumerable<PartList> Bracketed(TextSpan sentence)
    {
        for (var open = _masked.IndexOf('(', sentence.Start, sentence.Length); open > 0; open = _masked.IndexOf('(', open + 1, sentence.End - open - 1))
        {
            var close = Brackets.Close(_masked, open + 1, sentence.End);
            var whole = _masked.LastIndexOf('#', open - 1, Math.Min(open, 2));
            if (whole < sentence.Start || whole + 1 >= open || !_lists.Units.Contains(_masked[whole + 1])) continue;
            if (_lists.Intro.Regex.IsMatch(_masked.AsSpan(open, close - open))) continue;
            var items = Items(open + 1, close).Where(n => UnitOf(n) == UnitOf(whole)).ToArray();
            if (items.Length < 2 || !IsExact(whole) || !items.All(IsExact)) continue;
            var partial = _lists.Partial.Regex.IsMatch(_masked.AsSpan(open + 1, Math.Min(8, close - open - 1)));
            if (Mistake(whole, items, partial ? null : PartsMistake.Less) is { } mistake) yield return mistake;
        }
    }

    /// <summary>A sentence of at least four items that each end in the same unit, behind a sentence with one whole of that unit.</summary>
    private IEnumerable<PartList> Loose(TextSpan sentence)
    {
        if (_lists.Whole.Regex.IsMatch(_masked.AsSpan(sentence.Start, sentence.Length)) || _lists.Intro.Regex.IsMatch(_masked.AsSpan(sentence.Start, sentence.Length))) yield break;
        var items = Items(sentence.Start, sentence.End).Where(n => n + 2 >= sentence.End || _masked[n + 2] is ',' or '、' or '。').ToArray();
        if (items.Length < LeastLoose || items.Select(UnitOf).Distinct().Count() != 1) yield break;
        var from = Math.Max(0, sentence.Start - LookBack);
        var wholes = Enumerable.Range(from, sentence.Start - from).Where(i => _masked[i] == '#' && UnitOf(i) == UnitOf(items[0]) && IsWhole(i)).ToArray();
        if (wholes.Length == 1 && IsExact(wholes[0]) && items.All(IsExact) && Mistake(wholes[0], items, null) is { } mistake) yield return mistake;
    }

    private IEnumerable<PartList> Judge(Dictionary<char, int> wholes, int[] items)
    {
        if (wholes.Count == 0 || items.Length == 0 || !items.All(IsExact)) yield break;
        foreach (var unit in items.Select(UnitOf).Distinct())
        {
            if (!wholes.TryGetValue(unit, out var whole) || !IsExact(whole)) continue;
            if (JudgeUnit(whole, items, unit) is { } list) yield return list;
        }

        if (items.Length < 2 || items.Any(i => wholes.ContainsKey(UnitOf(i)))) yield break;
        var last = wholes.Values.Max();
        if (IsExact(last) && items.Sum(Value) < Value(last)) yield return new PartList(PartsMistake.Partial, last, items, items.Sum(Value));
    }

    /// <summary>
    /// A semicolon may end a list or part its items. It ends the list where the sum fits there; it parts items where
    /// every stretch between semicolons counts the same units.
    /// </summary>
    private PartList? JudgeUnit(int whole, int[] items, char unit)
    {
        var groups = new List<int[]>();
        var start = 0;
        for (var i = 1; i <= items.Length; i++)
        {
            if (i < items.Length && _masked.IndexOf(';', items[i - 1], items[i] - items[i - 1]) < 0) continue;
            groups.Add(items[start..i]);
            start = i;
        }

        var own = groups.Select(g => g.Where(n => UnitOf(n) == unit).ToArray()).ToArray();
        var sum = 0m;
        foreach (var group in own)
        {
            sum += group.Sum(Value);
            if (sum == Value(whole)) return null;
        }

        var isOneList = groups.Select(g => new string([.. g.Select(UnitOf)])).Distinct().Count() == 1;
        var parts = isOneList ? own.SelectMany(g => g).ToArray() : own[0];
        return parts.Length == 0 ? null : Mistake(whole, parts, parts.Length > 1 ? PartsMistake.Partial : null);
    }

    private PartList? Mistake(int whole, int[] parts, PartsMistake? less)
    {
        var sum = parts.Sum(Value);
        if (sum == Value(whole)) return null;
        if (sum > Value(whole)) return new PartList(PartsMistake.More, whole, parts, sum);
        return less is { } mistake ? new PartList(mistake, whole, parts, sum) : null;
    }

    /// <summary>The last number of each unit outside brackets.</summary>
    private Dictionary<char, int> Wholes(TextSpan span)
    {
        var wholes = new Dictionary<char, int>();
        foreach (var place in Outside(span.Start, span.End).Where(p => !IsSkipped(p))) wholes[UnitOf(place)] = place;
        return wholes;
    }

    /// <summary>The numbers of a list outside brackets, up to a new whole.</summary>
    private int[] Items(int start, int end) =>
        [.. Outside(start, end).TakeWhile(p => !IsWhole(p)).Where(p => !IsSkipped(p))];

    private IEnumerable<int> Outside(int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            if (_masked[i] == '(') depth++;
            else if (_masked[i] == ')') depth--;
            else if (depth == 0 && _masked[i] == '#' && i + 1 < end && _lists.Units.Contains(_masked[i + 1])) yield return i;
        }
    }

    private bool IsWhole(int place) => _lists.Whole.Regex.IsMatch(Before(place));

    private bool IsSkipped(int place) => _lists.Skip.Regex.IsMatch(Before(place));

    /// <summary>The words of the number's clause before it.</summary>
    private ReadOnlySpan<char> Before(int place)
    {
        var start = place;
        while (start > 0 && place - start < 40 && _masked[start - 1] is not (',' or ';' or '。' or '、' or '(' or '\n')) start--;
        return _masked.AsSpan(start, place - start);
    }

    private char UnitOf(int place) => place + 1 < _masked.Length ? _masked[place + 1] : ' ';

    private decimal Value(int place) => _text.NumberAt(place).Value;

    /// <summary>Numbers such as 14万 stand for many.</summary>
    private bool IsExact(int place) => _text.NumberAt(place).Step <= 1;
}
