namespace ReportGen.Printing;

/// <summary>A list of fonts that a style sheet names.</summary>
/// <param name="NeededBy">What needs it, as the user knows it, such as <c>annual-report/2021</c>.</param>
/// <param name="Families">The families, the best first; never empty.</param>
public sealed record FontNeed(string NeededBy, ImmutableArray<string> Families);

/// <summary>What serves a need on a machine.</summary>
/// <param name="Need">The need.</param>
/// <param name="Wanted">The family that is wanted for Chinese: the first that is not one of Latin letters only.</param>
/// <param name="Used">The family that is used; null when none is there.</param>
public sealed record FontService(FontNeed Need, string Wanted, string? Used)
{
    /// <summary>Judges what serves.</summary>
    /// <param name="need">The need.</param>
    /// <param name="chinese">The families here that have Chinese.</param>
    /// <param name="any">All families here.</param>
    internal static FontService Of(FontNeed need, IReadOnlySet<string> chinese, IReadOnlySet<string> any)
    {
        var families = need.Families;
        // A list of nothing but Latin families that are all there wants no Chinese.
        var used = families.FirstOrDefault(chinese.Contains) ?? (families.All(any.Contains) ? families[0] : null);
        return new(need, families.FirstOrDefault(f => chinese.Contains(f) || !any.Contains(f)) ?? families[0], used);
    }
}
