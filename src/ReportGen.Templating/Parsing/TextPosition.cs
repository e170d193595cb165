namespace ReportGen.Templating.Parsing;

/// <summary>A place in a template text. Line and column count from zero; messages show them from one.</summary>
/// <param name="Offset">UTF-16 code units from the start of the text.</param>
/// <param name="Line">Line, from zero.</param>
/// <param name="Column">UTF-16 code units from the start of the line, from zero.</param>
public readonly record struct TextPosition(int Offset, int Line, int Column)
{
    /// <summary>The place as people count: <c>(line,column)</c>, both from one.</summary>
    public override string ToString() => $"({Line + 1},{Column + 1})";
}
