using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

/// <summary>Equality of values as templates see them: 1 and 1.0 are one number, a sourced value is its plain value.</summary>
internal sealed class ValueEquality : IEqualityComparer<object?>
{
    public static readonly ValueEquality Instance = new();

    private ValueEquality()
    {
    }

    bool IEqualityComparer<object?>.Equals(object? x, object? y) => Equals(x, y);

    public new bool Equals(object? x, object? y) => object.Equals(Key(x), Key(y));

    public int GetHashCode(object? obj) => Key(obj)?.GetHashCode() ?? 0;

    private static object? Key(object? value)
    {
        value = TemplateContext.Unwrap(value);
        if (value is null || !Numbers.IsNumber(value))
            return value is HtmlString html ? html.Text : value;
        return Numbers.TryToDecimal(value, out var number) ? number : Numbers.ToDouble(value);
    }
}
