namespace ReportGen.Rules.Text.Reading;

/// <summary>A list of parts that disagrees with its whole.</summary>
/// <param name="Error">How it disagrees.</param>
/// <param name="Whole">The numbers of the whole; several if it is the sum of adjacent numbers.</param>
/// <param name="Parts">The numbers of the parts. Never empty.</param>
internal sealed record PartList(PartsError Error, IReadOnlyList<Token> Whole, IReadOnlyList<Token> Parts)
{
    /// <summary>The sum of the parts.</summary>
    public decimal Sum => Parts.Sum(p => p.Count!.Value);
}
