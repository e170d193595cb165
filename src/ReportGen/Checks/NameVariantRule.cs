using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Names that are almost the body's.</summary>
internal static class NameVariantRule
{
    private const int LongestTitle = 120;

    public static void Run(NameVariantCheck check, CheckContext context)
    {
        var right = Fold(context.Report.Body);
        var wrong = BodyNames.WrongPlaces(right, check.SameRank)
            .Concat(check.Variants.SelectMany(v => new[] { Replace(right, v.One, v.Other), Replace(right, v.Other, v.One) })
            .Where(n => n is not null && n != right)).Distinct().ToArray();
        foreach (var text in context.Prose.In(check.Where))
        {
            foreach (var name in wrong)
            {
                for (var at = text.Plain.IndexOf(name!, StringComparison.Ordinal); at >= 0; at =
                    text.Plain.IndexOf(name!, at + name!.Length, StringComparison.Ordinal))
                {
                    if (IsPartOf(text.Plain, at, name!, right) || IsInTitle(text.Plain, at)) continue;
                    var span = new TextSpan(at, name!.Length);
                    context.Add(check.Header, text, span, TextView.Plain,
                        new Values().With("words", text.Words(span, TextView.Plain)).With("right", context.Report.Body));
                }
            }
        }
    }

    /// <summary>Whether a place is inside the title of a document, whose words are not the body's.</summary>
    private static bool IsInTitle(string text, int at)
    {
        for (var i = at - 1; i >= 0 && at - i < LongestTitle && text[i] is not ('》' or '\n' or '。'); i--)
        {
            if (text[i] == '《') return true;
        }

        return false;
    }

    /// <summary>
    /// The name with its last <paramref name="one"/> replaced; null when it has none, or already has the longer word there.
    /// </summary>
    private static string? Replace(string name, string one, string other)
    {
        var at = name.LastIndexOf(one, StringComparison.Ordinal);
        if (at < 0) return null;
        var longer = other.Length > one.Length ? name.LastIndexOf(other, StringComparison.Ordinal) : -1;
        return longer >= 0 && longer <= at
            && at < longer + other.Length ? null : string.Concat(name.AsSpan(0, at), other, name.AsSpan(at + one.Length));
    }

    /// <summary>Whether the run is only part of the right name.</summary>
    private static bool IsPartOf(string text, int at, string name, string right)
    {
        var inside = right.IndexOf(name, StringComparison.Ordinal);
        return inside >= 0 && at >= inside && string.CompareOrdinal(text, at - inside, right, 0, right.Length) == 0;
    }

    private static string Fold(string name) => ProseText.Folded(name);
}
