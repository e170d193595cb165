namespace ReportGen.Definitions.Yaml;

/// <summary>
/// A YAML file while it is read: its lines, for quotations, and the list that receives findings. Not thread-safe.
/// </summary>
public sealed class YamlSource
{
    private readonly ImmutableArray<string> _lines;
    private readonly ICollection<Diagnostic> _findings;

    /// <summary>
    /// Creates a source for a file's <paramref name="text"/> that adds its findings to <paramref name="findings"/>.
    /// </summary>
    public YamlSource(string file, string text, ICollection<Diagnostic> findings)
    {
        File = file;
        _lines = [.. text.ReplaceLineEndings("\n").Split('\n')];
        _findings = findings;
    }

    /// <summary>The path of the file.</summary>
    public string File { get; }

    /// <summary>The location at a line and a column, both counted from 1.</summary>
    public TextLocation At(int line, int column) => new() { File = File, Line = line, Column = column };

    /// <summary>Adds a finding and quotes its line, with <paramref name="length"/> characters marked.</summary>
    public void Report(Diagnostic finding, int length = 1)
    {
        var quotation = finding.Location is TextLocation at && at.File == File ? Quote(at, length) : null;
        _findings.Add(finding with { Quotation = finding.Quotation ?? quotation });
    }

    private Quotation? Quote(TextLocation at, int length)
    {
        if (at.Line > _lines.Length || _lines[at.Line - 1] is not { Length: > 0 and <= 500 } line) return null;
        var start = Math.Clamp(at.Column - 1, 0, line.Length);
        return new Quotation(line, new TextSpan(start, Math.Clamp(length, 0, line.Length - start)));
    }
}
