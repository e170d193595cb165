namespace ReportGen.Rules.Text.Reading;

/// <summary>A list of parts that does not fit its whole.</summary>
/// <param name="Mistake">How it fails.</param>
/// <param name="Whole">The numbers of the whole; several where it is the sum of what stands side by side.</param>
/// <param name="Parts">The numbers of the parts. Never empty.</param>
internal sealed record PartList(PartsMistake Mistake, IReadOnlyList<Token> Whole, IReadOnlyList<Token> Parts)
{
    /// <summary>The sum of the parts.</summary>
    public decimal Sum => Parts.Sum(p => p.Count!.Value);
}
