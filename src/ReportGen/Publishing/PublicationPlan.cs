namespace ReportGen.Publishing;

/// <summary>How a set of files comes into its place.</summary>
/// <param name="Moves">What is to be renamed, in this order.</param>
/// <param name="Obsolete">What is to be removed then, relative to the output folder.</param>
internal sealed record PublicationPlan(IReadOnlyList<PublicationMove> Moves, IReadOnlyList<string> Obsolete);

/// <summary>One file of a plan.</summary>
/// <param name="From">Its name in the set's folder.</param>
/// <param name="To">Its place, relative to the output folder.</param>
internal sealed record PublicationMove(string From, string To);
