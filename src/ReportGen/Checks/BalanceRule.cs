using System.Collections.Immutable;
using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Checks;

/// <summary>Numbers of one paragraph that must add up.</summary>
internal static class BalanceRule
{
    private const int Least = 3;

    public static void Run(BalanceCheck check, CheckContext context)
    {
        var finder = new FigureFinder(context);
        var all = context.Said(check, check.Left.Concat(check.Right)).Where(s => s.IsExact).ToLookup(s => s.Text);
        foreach (var said in all)
        {
            if (Side(check.Left, said, finder) is not { } left || Side(check.Right, said, finder) is not { } right
                || left.Length + right.Length < Least) continue;
            if (left.Sum(s => s.Count!.Value) == right.Sum(s => s.Count!.Value)
                || left.Concat(right).All(s => s.Count!.IsBound)) continue;
            var values = new Values().With("left", Describe(left)).With("right", Describe(right));
            ImmutableArray<SourceLocation> related =
                [.. left.Concat(right).Skip(1).Select(s => s.Text.At(s.Span, TextView.Plain)).OfType<SourceLocation>()];
            context.Add(check.Header, said.Key, left[0].Span, TextView.Plain, values, related);
        }
    }

    /// <summary>
    /// Each statement as it is made in the text; null unless each is made exactly once, or is nothing by the tables.
    /// </summary>
    private static Said[]? Side(ImmutableArray<Statement> statements, IEnumerable<Said> said, FigureFinder finder)
    {
        var side = statements.Select(s => (Statement: s, Said: said.Where(m => m.Statement == s).ToArray())).ToArray();
        return side.All(s => s.Said.Length == 1 || (s.Said.Length == 0 && IsNothing(s.Statement, finder)))
            && side.Any(s => s.Said.Length == 1)
            ? [.. side.SelectMany(s => s.Said)] : null;
    }

    private static bool IsNothing(Statement statement, FigureFinder finder) => statement.Figure is { } figure
        && Arithmetic.Value(figure, finder.Find) == 0;

    private static LocalizedText Describe(Said[] said)
    {
        var sum = Arithmetic.Write(said.Sum(s => s.Count!.Value));
        var zh = string.Join(" + ", said.Select(s => $"{s.Statement.Name.Chinese} {Arithmetic.Write(s.Count!.Value)}"));
        var en = string.Join(" + ", said.Select(s => $"{s.Statement.Name.English} {Arithmetic.Write(s.Count!.Value)}"));
        return said.Length == 1 ? new(zh, en) : new($"{zh} = {sum}", $"{en} = {sum}");
    }
}
