namespace ReportGen.Printing;

/// <summary>A list of fonts that a style sheet names.</summary>
/// <param name="NeededBy">What needs it, in the user's words, such as <c>KIND/2021</c>.</param>
/// <param name="Families">The families in order of preference; never empty.</param>
public sealed record FontNeed(string NeededBy, ImmutableArray<string> Families);

/// <summary>The font used for a need on this machine.</summary>
/// <param name="Need">The need.</param>
/// <param name="Wanted">The preferred family for Chinese: the first one that has more than Latin letters.</param>
/// <param name="Used">The family that is used; null if none is available.</param>
public sealed record FontMatch(FontNeed Need, string Wanted, string? Used)
{
    /// <summary>Selects the family that is used.</summary>
    /// <param name="need">The need.</param>
    /// <param name="chinese">The families on this machine that have Chinese.</param>
    /// <param name="any">All families on this machine.</param>
    internal static FontMatch Of(FontNeed need, IReadOnlySet<string> chinese, IReadOnlySet<string> any)
    {
        var families = need.Families;
        // A list of Latin families that are all available needs no Chinese font.
        var used = families.FirstOrDefault(chinese.Contains) ?? (families.All(any.Contains) ? families[0] : null);
        return new(need, families.FirstOrDefault(f => chinese.Contains(f) || !any.Contains(f)) ?? families[0], used);
    }
}
