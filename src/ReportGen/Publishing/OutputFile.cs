namespace ReportGen.Publishing;

/// <summary>A file to publish.</summary>
/// <param name="RelativePath">Where it goes within the output folder, with <c>/</c> between names.</param>
/// <param name="Content">All of its bytes.</param>
public sealed record OutputFile(string RelativePath, ReadOnlyMemory<byte> Content);
