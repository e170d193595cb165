using System.Buffers;
using System.Collections;
using System.Text.Json;

namespace ReportGen.Templating.Functions;

/// <summary>
/// Implements <c>object.to_json</c>. Scriban's own version serializes single values by reflection, which the published program
/// does not support.
/// </summary>
internal sealed class JsonFunction(RenderContext context, SourceSpan span, Utf8JsonWriter json)
{
    /// <summary>The value as JSON on one line: exact numbers, dates in ISO 8601, members and items in order.</summary>
    /// <exception cref="TemplateException">
    /// The value is nested too deeply, contains itself or a function, or is too long.
    /// </exception>
    public static object ToJson(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            new JsonFunction(context, span, json).Write(arguments[0], 1);
        return JoinedSources.WithSourcesOf(Encoding.UTF8.GetString(buffer.WrittenSpan), arguments[0])!;
    }

    private void Write(object? value, int depth)
    {
        if (context.ObjectRecursionLimit is not 0 and var limit && depth > limit)
            throw new TemplateException(span, Messages.NotJson());
        context.Step(span);
        context.CheckLength(span, json.BytesCommitted + json.BytesPending);
        switch (context.ToPlainValue(value))
        {
            case null or double.NaN or double.PositiveInfinity or double.NegativeInfinity: json.WriteNullValue(); break;
            case string or char or TimeSpan: json.WriteStringValue(context.ToText(value)); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case DateTime date: json.WriteStringValue(date); break;
            case IScriptCustomFunction: throw new TemplateException(span, Messages.FunctionAsJson());
            case IList list:
                json.WriteStartArray();
                foreach (var item in list) Write(item, depth + 1);
                json.WriteEndArray();
                break;
            case IFormattable number and not ScriptObject:
                json.WriteRawValue(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            case { } other: WriteMembers(other, depth); break;
        }
    }

    private void WriteMembers(object value, int depth)
    {
        json.WriteStartObject();
        var accessor = context.GetMemberAccessor(value);
        foreach (var name in accessor.GetMembers(context, span, value))
        {
            if (!accessor.TryGetValue(context, span, value, name, out var member)) continue;
            json.WritePropertyName(name);
            Write(member, depth + 1);
        }

        json.WriteEndObject();
    }
}
