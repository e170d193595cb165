namespace ReportGen.Rules.Text;

/// <summary>A number in prose.</summary>
/// <param name="Value">The value with multipliers applied: 3.5万 is 35000.</param>
/// <param name="Step">The value of its last written digit: 100 for 3.52万, 0.1 for 97.8, 1 for 12.</param>
/// <param name="Span">The span in the plain view.</param>
internal readonly record struct ProseNumber(decimal Value, decimal Step, TextSpan Span)
{
    /// <summary>Whether the author bound it to a figure, which makes it correct by construction.</summary>
    public bool IsBound { get; init; }
}
