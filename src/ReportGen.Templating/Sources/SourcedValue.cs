namespace ReportGen.Templating.Sources;

/// <summary>
/// A value that knows where it came from. Arithmetic, comparison and functions see the plain value; printing it in HTML
/// text can tell its source.
/// </summary>
public interface ISourcedValue : IComparable
{
    /// <summary>The plain value, never itself sourced.</summary>
    object? Value { get; }

    /// <summary>Where it came from; opaque to the language.</summary>
    object Source { get; }

    /// <summary>Compares the plain values.</summary>
    int IComparable.CompareTo(object? other) => Comparer<object?>.Default.Compare(Value, Plain(other));

    /// <summary>The plain value of a sourced one; any other value as it is.</summary>
    static object? Plain(object? value) => value is ISourcedValue sourced ? sourced.Value : value;
}

/// <summary>The plain <see cref="ISourcedValue"/>.</summary>
/// <param name="Value">The plain value.</param>
/// <param name="Source">Where it came from.</param>
public sealed record SourcedValue(object? Value, object Source) : ISourcedValue;
