namespace ReportGen.Templating.Parsing;

/// <summary>A stretch of a template text.</summary>
/// <param name="FileName">The template's path, as it was given to <c>Template.Parse</c>.</param>
/// <param name="Start">The first character.</param>
/// <param name="End">The last character, included.</param>
public readonly record struct SourceSpan(string FileName, TextPosition Start, TextPosition End)
{
    /// <summary>The length in UTF-16 code units, at least 0.</summary>
    public int Length => Math.Max(0, End.Offset - Start.Offset + 1);

    /// <summary>The place of the first character: <c>file(line,column)</c>.</summary>
    public override string ToString() => FileName + Start;
}
