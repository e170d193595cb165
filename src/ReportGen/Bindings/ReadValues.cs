using ReportGen.Templating.Sources;

namespace ReportGen.Bindings;

/// <summary>Records the figures and fields that an expression reads, so that its result has their cells.</summary>
internal sealed class ReadValues
{
    private readonly List<ISourcedValue> _values = [];

    /// <summary>The values read since the last <see cref="Clear"/>, in order.</summary>
    public IReadOnlyList<ISourcedValue> Values => _values;

    /// <summary>Removes all recorded values.</summary>
    public void Clear() => _values.Clear();

    /// <summary>Records a value and returns it.</summary>
    public T Read<T>(T value)
        where T : ISourcedValue
    {
        _values.Add(value);
        return value;
    }
}
