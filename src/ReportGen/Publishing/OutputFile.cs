namespace ReportGen.Publishing;

/// <summary>A file to publish.</summary>
/// <param name="RelativePath">The path relative to the output folder, separated by <c>/</c>.</param>
/// <param name="Content">The complete content.</param>
internal sealed record OutputFile(string RelativePath, ReadOnlyMemory<byte> Content);
