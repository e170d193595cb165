using System.Collections.Immutable;
using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Numbers of one paragraph that must add up.</summary>
internal static class BalanceRule
{
    public static void Run(BalanceCheck check, CheckContext context)
    {
        foreach (var text in context.Prose.In(check.Where))
        {
            if (Side(check.Left, text, context) is not { } left || Side(check.Right, text, context) is not { } right) continue;
            if (left.Sum(s => s.Number.Value) == right.Sum(s => s.Number.Value) || left.Concat(right).All(s => s.Number.IsBound)) continue;
            var values = new Values().With("left", Describe(left)).With("right", Describe(right));
            ImmutableArray<SourceLocation> related = [.. left.Concat(right).Skip(1).Select(s => s.Text.At(s.Span, TextView.Masked)).OfType<SourceLocation>()];
            context.Add(check.Header, text, left[0].Span, TextView.Masked, values, related);
        }
    }

    /// <summary>Each statement as it is made in the text; null unless each is made exactly once.</summary>
    private static Said[]? Side(ImmutableArray<Statement> statements, ProseText text, CheckContext context)
    {
        var said = statements.Select(s => context.Prose.Said(s).Where(m => m.Text == text).ToArray()).ToArray();
        return said.All(s => s.Length == 1) ? [.. said.Select(s => s[0])] : null;
    }

    private static LocalizedText Describe(Said[] said)
    {
        var sum = Arithmetic.Write(said.Sum(s => s.Number.Value));
        var zh = string.Join(" + ", said.Select(s => $"{s.Statement.Name.Chinese} {Arithmetic.Write(s.Number.Value)}"));
        var en = string.Join(" + ", said.Select(s => $"{s.Statement.Name.English} {Arithmetic.Write(s.Number.Value)}"));
        return said.Length == 1 ? new(zh, en) : new($"{zh} = {sum}", $"{en} = {sum}");
    }
}
