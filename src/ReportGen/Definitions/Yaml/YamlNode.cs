namespace ReportGen.Definitions.Yaml;

/// <summary>A value in a YAML file, with its location.</summary>
public abstract class YamlNode
{
    private protected YamlNode(YamlSource source, int line, int column) => (Source, Location) = (source, source.At(line, column));

    /// <summary>The file.</summary>
    public YamlSource Source { get; }

    /// <summary>The start of the value.</summary>
    public TextLocation Location { get; }

    /// <summary>The number of characters to mark in a quotation.</summary>
    internal virtual int MarkLength => 1;

    /// <summary>Adds a finding about this value, with the line quoted.</summary>
    public void Report(Diagnostic finding) => Source.Report(finding, MarkLength);
}

/// <summary>A scalar: a word, a number, a text.</summary>
public sealed class YamlText : YamlNode
{
    private readonly int _quote;

    internal YamlText(YamlSource source, int line, int column, string value, bool isPlain, bool isQuoted)
        : base(source, line, column) => (Value, IsPlain, _quote) = (value, isPlain, isQuoted ? 1 : 0);

    /// <summary>The text, without quotes.</summary>
    public string Value { get; }

    /// <summary>Whether the text is written without quotes and not as a block.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether the value is null: written as <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null";

    internal override int MarkLength => Math.Max(1, Value.Length + (2 * _quote));

    /// <summary>
    /// The location of the character at <paramref name="offset"/> of <see cref="Value"/>, counted from 0. Exact for a value
    /// on one line without escapes; otherwise the start of the value.
    /// </summary>
    public TextLocation LocationAt(int offset) =>
        (IsPlain || _quote == 1) && Value.AsSpan().IndexOfAny("\n'\"\\") < 0
            ? Location with { Column = Location.Column + _quote + offset } : Location;
}

/// <summary>A list of values.</summary>
public sealed class YamlList : YamlNode
{
    internal YamlList(YamlSource source, int line, int column, ImmutableArray<YamlNode> items)
        : base(source, line, column) => Items = items;

    /// <summary>The values in order.</summary>
    public ImmutableArray<YamlNode> Items { get; }
}
