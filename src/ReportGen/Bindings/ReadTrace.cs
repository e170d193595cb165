using ReportGen.Templating.Sources;

namespace ReportGen.Bindings;

/// <summary>Which figures and cover lines an expression looked at, so that its result can name its cells.</summary>
internal sealed class ReadTrace
{
    private readonly List<ISourcedValue> _values = [];

    /// <summary>What was read since the last <see cref="Clear"/>, in order.</summary>
    public IReadOnlyList<ISourcedValue> Values => _values;

    /// <summary>Forgets everything.</summary>
    public void Clear() => _values.Clear();

    /// <summary>Notes a value as read and gives it back.</summary>
    public T Read<T>(T value)
        where T : ISourcedValue
    {
        _values.Add(value);
        return value;
    }
}
