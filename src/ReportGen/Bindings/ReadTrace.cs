using ReportGen.Model;
using ReportGen.Templating.Runtime;

namespace ReportGen.Bindings;

/// <summary>Which figures and cover lines an expression looked at, so that its result can name its cells.</summary>
internal sealed class ReadTrace
{
    private readonly List<ISourcedValue> _values = [];

    /// <summary>What was read since the last <see cref="Clear"/>, in order.</summary>
    public IReadOnlyList<ISourcedValue> Values => _values;

    /// <summary>Forgets everything.</summary>
    public void Clear() => _values.Clear();

    /// <summary>A figure as a value; noted as read.</summary>
    public FigureValue Read(Cell cell)
    {
        var value = new FigureValue(cell);
        _values.Add(value);
        return value;
    }

    /// <summary>A line of the cover as a value; noted as read.</summary>
    public FieldValue Read(Field field)
    {
        var value = new FieldValue(field);
        _values.Add(value);
        return value;
    }
}
