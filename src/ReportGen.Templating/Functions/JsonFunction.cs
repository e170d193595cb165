using System.Buffers;
using System.Collections;
using System.Text.Json;

namespace ReportGen.Templating.Functions;

/// <summary>
/// Implements <c>object.to_json</c>. Scriban's own version serializes single values by reflection, which the published program
/// does not support.
/// </summary>
internal static class JsonFunction
{
    /// <summary>The value as JSON on one line: exact numbers, dates in ISO 8601, members and items in order.</summary>
    /// <exception cref="TemplateException">The value is nested too deeply, contains itself or a function, or is too
    /// long.</exception>
    public static object ToJson(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(new Target(context, span, writer), arguments[0], 1);
        return JoinedSources.Keep(Encoding.UTF8.GetString(buffer.WrittenSpan), arguments[0])!;
    }

    private static void Write(Target to, object? value, int depth)
    {
        if (to.Context.ObjectRecursionLimit is not 0 and var limit && depth > limit)
            throw new TemplateException(to.Span, Messages.NotJson());
        to.Context.Step(to.Span);
        to.Context.CheckLength(to.Span, (int)Math.Min(int.MaxValue, to.Json.BytesCommitted + to.Json.BytesPending));
        switch (to.Context.Plainest(value))
        {
            case null: to.Json.WriteNullValue(); break;
            case string or char or TimeSpan: to.Json.WriteStringValue(to.Context.ToText(value)); break;
            case bool flag: to.Json.WriteBooleanValue(flag); break;
            case DateTime date: to.Json.WriteStringValue(date); break;
            case double and (double.NaN or double.PositiveInfinity or double.NegativeInfinity): to.Json.WriteNullValue(); break;
            case IScriptCustomFunction:
                throw new TemplateException(to.Span, Messages.FunctionAsJson());
            case IList list: WriteList(to, list, depth); break;
            case IFormattable number and not ScriptObject:
                to.Json.WriteRawValue(number.ToString(null, CultureInfo.InvariantCulture)); break;
            case { } other: WriteMembers(to, other, depth); break;
        }
    }

    private static void WriteList(Target to, IList list, int depth)
    {
        to.Json.WriteStartArray();
        foreach (var item in list) Write(to, item, depth + 1);
        to.Json.WriteEndArray();
    }

    private static void WriteMembers(Target to, object value, int depth)
    {
        to.Json.WriteStartObject();
        var accessor = to.Context.GetMemberAccessor(value);
        foreach (var name in accessor.GetMembers(to.Context, to.Span, value))
        {
            if (!accessor.TryGetValue(to.Context, to.Span, value, name, out var member)) continue;
            to.Json.WritePropertyName(name);
            Write(to, member, depth + 1);
        }
        to.Json.WriteEndObject();
    }

    private sealed record Target(RenderContext Context, SourceSpan Span, Utf8JsonWriter Json);
}
