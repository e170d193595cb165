namespace ReportGen.Templating.Runtime;

/// <summary>Copies a value with all it holds. What is held twice stays one, so that data may contain itself; never recurses.</summary>
internal sealed class Copies
{
    private readonly Dictionary<object, object> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<Action> _open = new();

    /// <summary>A copy of an object or array with the objects and arrays in it.</summary>
    public static T Deep<T>(T value)
        where T : class
    {
        var copies = new Copies();
        var copy = copies.Copy(value);
        while (copies._open.TryDequeue(out var fill))
            fill();
        return (T)copy!;
    }

    private object? Copy(object? value)
    {
        if (value is not (ScriptArray or ScriptObject))
            return value;
        if (_known.TryGetValue(value, out var known))
            return known;
        return value is ScriptArray array
            ? Register(array, new ScriptArray(array.Count), copy => array.CopyTo(copy, Copy))
            : Register(value, new ScriptObject(), copy => ((ScriptObject)value).CopyTo(copy, Copy));
    }

    private T Register<T>(object value, T copy, Action<T> fill)
        where T : class
    {
        _known.Add(value, copy);
        _open.Enqueue(() => fill(copy));
        return copy;
    }
}
