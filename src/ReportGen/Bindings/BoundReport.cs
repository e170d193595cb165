using ReportGen.Model;

namespace ReportGen.Bindings;

/// <summary>A report with evaluated prose: the input of checking and rendering.</summary>
/// <param name="Report">The report.</param>
/// <param name="Sections">Its sections in order.</param>
public sealed record BoundReport(Report Report, ImmutableArray<BoundSection> Sections);

/// <summary>A section with evaluated blocks.</summary>
/// <param name="Section">The section.</param>
/// <param name="Blocks">Its blocks in order.</param>
public sealed record BoundSection(Section Section, ImmutableArray<BoundBlock> Blocks);

/// <summary>A block with its evaluated text.</summary>
/// <param name="Block">The block as the author wrote it.</param>
/// <param name="Text">The text with its figures inserted.</param>
public sealed record BoundBlock(Block Block, BoundText Text);
