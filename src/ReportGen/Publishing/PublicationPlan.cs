namespace ReportGen.Publishing;

/// <summary>The remaining steps of a publication.</summary>
/// <param name="Moves">The files to rename, in this order.</param>
/// <param name="Obsolete">The files to delete after that, relative to the output folder.</param>
internal sealed record PublicationPlan(IReadOnlyList<PublicationMove> Moves, IReadOnlyList<string> Obsolete);

/// <summary>One file of a plan.</summary>
/// <param name="From">Its name in the set's folder.</param>
/// <param name="To">Its target, relative to the output folder.</param>
internal sealed record PublicationMove(string From, string To);
