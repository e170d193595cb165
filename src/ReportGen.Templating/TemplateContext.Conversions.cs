using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating;

public partial class TemplateContext
{
    /// <summary>The plain value of a sourced one; any other value as it is.</summary>
    public static object? Unwrap(object? value) => value is ISourcedValue sourced ? sourced.Value : value;

    /// <summary>Whether the value counts as true: all but null, false and the empty object.</summary>
    public bool ToBool(object? value) => Unwrap(value) switch
    {
        null or EmptyScriptObject => false,
        bool flag => flag,
        _ => true,
    };

    /// <summary>The value as a whole number, decimal places dropped towards the nearest even; null is 0.</summary>
    /// <exception cref="ScriptRuntimeException">The value is no number or too large.</exception>
    public int ToInt(SourceSpan span, object? value) => (int)ToObject(span, value, typeof(int))!;

    /// <summary>The value as <typeparamref name="T"/>.</summary>
    /// <exception cref="ScriptRuntimeException">The value cannot be one.</exception>
    public T? ToObject<T>(SourceSpan span, object? value) => (T?)ToObject(span, value, typeof(T));

    /// <summary>
    /// The value as <paramref name="type"/>: null stays null, or is the zero of a value type; anything becomes a string
    /// as it prints; text that reads as a number becomes one.
    /// </summary>
    /// <exception cref="ScriptRuntimeException">The value cannot be one.</exception>
    public object? ToObject(SourceSpan span, object? value, Type type)
    {
        if (type.IsInstanceOfType(value) && (type != typeof(object) || value is not ISourcedValue))
            return value;
        value = Unwrap(value);
        var nullable = Nullable.GetUnderlyingType(type);
        if (value is null)
            return type.IsValueType && nullable is null ? Zero(type) : null;
        type = nullable ?? type;
        if (type.IsInstanceOfType(value))
            return value;
        if (type == typeof(string))
            return ObjectToString(value);
        return TryConvert(span, value, type) ?? throw CannotConvert(span, value, type);
    }

    /// <summary>
    /// The value as a list: null stays null, a range is walked, within <see cref="CollectionLimit"/>.
    /// </summary>
    /// <exception cref="ScriptRuntimeException">The value is no list.</exception>
    public IList? ToList(SourceSpan span, object? value)
    {
        value = Unwrap(value);
        if (value is null or IList)
            return (IList?)value;
        if (value is string or IScriptObject or not IEnumerable)
            throw CannotConvert(span, value, typeof(IList));
        return Gather(span, (IEnumerable)value);
    }

    private ScriptArray Gather(SourceSpan span, IEnumerable values)
    {
        var list = new ScriptArray();
        foreach (var item in values)
        {
            StepLoop(span);
            list.Add(item);
            CheckCount(span, list.Count);
        }

        return list;
    }

    private object? TryConvert(SourceSpan span, object value, Type type)
    {
        if (type == typeof(bool))
            return ToBool(value);
        if (typeof(IEnumerable).IsAssignableFrom(type))
            return AsCollection(span, value, type);
        try
        {
            return ConvertNumber(value, type);
        }
        catch (Exception error) when (error is FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    private object? AsCollection(SourceSpan span, object value, Type type)
    {
        if (value is string or not IEnumerable || !type.IsAssignableFrom(typeof(ScriptArray)))
            return null;
        return value is IScriptObject and not ScriptArray ? null : Gather(span, (IEnumerable)value);
    }

    private object? ConvertNumber(object value, Type type)
    {
        if (value is string text && (type == typeof(double) || type == typeof(decimal) || type == typeof(float)))
            value = decimal.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CurrentCulture);
        if (value is BigInteger big && type != typeof(BigInteger))
            value = type == typeof(double) || type == typeof(float) ? (double)big : (decimal)big;
        if (type == typeof(BigInteger))
            return value is string digits
                ? BigInteger.Parse(digits, CurrentCulture)
                : new BigInteger(Convert.ToDouble(value, CurrentCulture));
        return type.IsEnum || value is not IConvertible ? null : Convert.ChangeType(value, type, CurrentCulture);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The zero of a value type needs no constructor.")]
    private static object? Zero(Type type) =>
        type == typeof(int) ? 0 : type == typeof(bool) ? false : Activator.CreateInstance(type);

    private ScriptRuntimeException CannotConvert(SourceSpan span, object value, Type type) =>
        new(span, RuntimeMessages.CannotConvert(TypeName(value), Excerpt(value), TypeName(type)));

    private string Excerpt(object value)
    {
        var text = ObjectToString(value, true);
        return text.Length <= 40 ? text : text[..39] + "…";
    }
}
