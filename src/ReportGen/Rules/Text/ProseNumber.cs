namespace ReportGen.Rules.Text;

/// <summary>A number in prose.</summary>
/// <param name="Value">Its value, multipliers applied: 3.5万 is 35000.</param>
/// <param name="Step">The value of its last written digit: 100 for 3.52万, 0.1 for 97.8, 1 for 12.</param>
/// <param name="Span">Where it stands in the plain view.</param>
internal readonly record struct ProseNumber(decimal Value, decimal Step, TextSpan Span)
{
    /// <summary>Whether the author bound it to a figure, so that it is right by construction.</summary>
    public bool IsBound { get; init; }
}
