namespace ReportGen.Templating.Sources;

/// <summary>
/// A value with its source. Arithmetic, comparison and functions use the plain value. When it is printed in HTML text, the
/// source can be included.
/// </summary>
public interface ISourcedValue : IComparable
{
    /// <summary>The plain value; never an <see cref="ISourcedValue"/>.</summary>
    object? Value { get; }

    /// <summary>The source; opaque to the template language.</summary>
    object Source { get; }

    /// <summary>Compares the plain values.</summary>
    int IComparable.CompareTo(object? other) => Comparer<object?>.Default.Compare(Value, Plain(other));

    /// <summary>The plain value of a sourced one; other values unchanged.</summary>
    /// <param name="value">Any value.</param>
    static object? Plain(object? value) => value is ISourcedValue sourced ? sourced.Value : value;
}

/// <summary>The default implementation of <see cref="ISourcedValue"/>.</summary>
/// <param name="Value">The plain value.</param>
/// <param name="Source">The source.</param>
public sealed record SourcedValue(object? Value, object Source) : ISourcedValue;
