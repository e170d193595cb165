namespace ReportGen.Rules.Text;

/// <summary>A number in prose.</summary>
/// <param name="Value">Its value, multipliers applied: 3.5万 is 35000.</param>
/// <param name="Step">The value of its last written digit: 100 for 3.52万, 0.1 for 97.8, 1 for 12.</param>
/// <param name="Span">Where it stands in the plain view.</param>
internal readonly record struct ProseNumber(decimal Value, decimal Step, TextSpan Span)
{
    /// <summary>Whether the author bound it to a figure, so that it is right by construction.</summary>
    public bool IsBound { get; init; }

    /// <summary>Whether a count of <paramref name="exact"/> is written as this number: a whole number as it
    /// is, any other rounded.</summary>
    public bool Says(decimal exact) => Step == 1 ? exact == Value : IsRoundedFrom(exact);

    /// <summary>Whether this is <paramref name="exact"/> rounded to the last written digit; a half may go either way.</summary>
    public bool IsRoundedFrom(decimal exact) => Math.Abs(exact - Value) <= Step / 2;
}
