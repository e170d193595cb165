using System.Text;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating;

public partial class TemplateContext
{
    private const string EmptyAttribute = "\"\"";
    private const int LargestSpare = 16_000;

    private readonly Stack<StringBuilder> _outer = new();
    private readonly Stack<StringBuilder> _spare = new();
    private StringBuilder _output = new();
    private long _written;

    /// <summary>Whether expressions print; otherwise the value of the last one is the result.</summary>
    public bool EnableOutput { get; set; } = true;

    /// <summary>What is written so far.</summary>
    public StringBuilder Output => _output;

    /// <summary>Sends what follows to an output of its own.</summary>
    public void PushOutput()
    {
        _outer.Push(_output);
        _output = _spare.TryPop(out var spare) ? spare : new StringBuilder();
    }

    /// <summary>Returns what was written since <see cref="PushOutput"/>.</summary>
    public string PopOutput()
    {
        var text = _output.ToString();
        if (_output.Capacity <= LargestSpare)
            _spare.Push(_output.Clear());
        _output = _outer.Pop();
        return text;
    }

    /// <summary>Takes back what was written since the output was <paramref name="length"/> long; null where nothing was.</summary>
    internal string? TakeOutput(int length)
    {
        if (_output.Length <= length)
            return null;
        var text = _output.ToString(length, _output.Length - length);
        _output.Length = length;
        return text;
    }

    /// <summary>Writes text as it is, without escaping.</summary>
    /// <exception cref="ScriptRuntimeException">The output is over <see cref="OutputLimit"/>.</exception>
    public void Write(string text)
    {
        _written += text.Length;
        if (_written > OutputLimit)
            throw new ScriptRuntimeException(CurrentSpan, RuntimeMessages.OutputTooLong(OutputLimit));
        _output.Append(text);
    }

    /// <summary>Writes a value as an expression statement does.</summary>
    /// <param name="value">The value; null writes nothing, but an empty attribute where one begins.</param>
    /// <param name="place">Where in HTML it stands.</param>
    /// <param name="indent">White space to put before each line after the first, or null.</param>
    internal void WriteValue(object? value, HtmlPlace place, string? indent)
    {
        if (Unwrap(value) is not { } plain)
        {
            Write(place.Begins ? EmptyAttribute : "");
            return;
        }

        var text = place.Context == HtmlContext.None ? PlainText(plain) : HtmlEscaper.ForPlace(this, plain, place);
        if (text.Length == 0 && place.Begins)
            text = EmptyAttribute;
        if (place.Context == HtmlContext.Text && ProvenanceWriter is not null && value is ISourcedValue sourced)
            text = ProvenanceWriter(sourced.Value, sourced.Source, text);
        if (indent is null || !AutoIndent)
            Write(text);
        else
            WriteIndented(text, indent);
    }

    /// <summary>
    /// Writes again for its place what a function wrote by itself since the output was <paramref name="before"/> long:
    /// that was escaped for text. Gives the place that is left for the function's value.
    /// </summary>
    internal HtmlPlace WriteApart(int before, HtmlPlace place, string? indent)
    {
        if (place.Context is HtmlContext.None or HtmlContext.Text || TakeOutput(before) is not { } written)
            return place;
        WriteValue(new HtmlString(written), place, indent);
        return place with { Begins = false };
    }

    private string PlainText(object value) => value is HtmlString html ? html.Html : ObjectToString(value);

    private void WriteIndented(string text, string indent)
    {
        if (text.Length == 0)
            return;
        if (_output.Length > 0 && _output[^1] == '\n')
            Write(indent);
        var last = text.AsSpan(0, text.Length - 1).LastIndexOf('\n');
        if (last < 0)
        {
            Write(text);
            return;
        }

        var inner = text[..(last + 1)];
        CheckStringLength(CurrentSpan, inner.Length + ((long)inner.Count(c => c == '\n') * indent.Length));
        Write(inner.Replace("\n", "\n" + indent, StringComparison.Ordinal));
        Write(text[(last + 1)..]);
    }
}
