using ReportGen.Model;

namespace ReportGen.Bindings;

/// <summary>A report whose prose has been worked out: what is checked and what is printed.</summary>
/// <param name="Report">The report.</param>
/// <param name="Sections">Its sections in order.</param>
public sealed record BoundReport(Report Report, ImmutableArray<BoundSection> Sections);

/// <summary>A section and its text.</summary>
/// <param name="Section">The section.</param>
/// <param name="Blocks">Its blocks in order.</param>
public sealed record BoundSection(Section Section, ImmutableArray<BoundBlock> Blocks);

/// <summary>A block and its text.</summary>
/// <param name="Block">The block as the author wrote it.</param>
/// <param name="Text">The text with its figures.</param>
public sealed record BoundBlock(Block Block, BoundText Text);
