using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions.Json;

/// <summary>Writes values of the language as JSON, within the context's limits on nesting and text.</summary>
internal sealed class JsonTextWriter(TemplateContext context, SourceSpan span)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>The JSON of a value. Dates are ISO 8601 texts; a function is null.</summary>
    public string Write(object? value)
    {
        using (var writer = new Utf8JsonWriter(_buffer, Options))
            Write(writer, value, 0);
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter writer, object? value, int depth)
    {
        context.StepLoop(span);
        context.CheckLength(span, _buffer.WrittenCount + (long)writer.BytesPending);
        if (depth > context.ObjectRecursionLimit)
            throw FunctionMessages.NestedTooDeep(span, "object.to_json", context.ObjectRecursionLimit);
        switch (TemplateContext.Unwrap(value))
        {
            case IScriptCustomFunction or null:
                writer.WriteNullValue();
                break;
            case string or HtmlString:
                writer.WriteStringValue(context.ObjectToString(value));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateTime date:
                writer.WriteStringValue(date);
                break;
            case var plain when Numbers.IsNumber(plain):
                WriteNumber(writer, plain!);
                break;
            case IScriptObject and not ScriptArray or IDictionary:
                WriteObject(writer, TemplateContext.Unwrap(value)!, depth);
                break;
            case IEnumerable items:
                WriteArray(writer, items, depth);
                break;
            default:
                writer.WriteStringValue(context.ObjectToString(value));
                break;
        }
    }

    private void WriteObject(Utf8JsonWriter writer, object value, int depth)
    {
        writer.WriteStartObject();
        foreach (var name in ObjectFunctions.Keys(context, span, value))
        {
            writer.WritePropertyName((string)name!);
            Write(writer, Members.Get(context, span, value, (string)name!), depth + 1);
        }
        writer.WriteEndObject();
    }

    private void WriteArray(Utf8JsonWriter writer, IEnumerable items, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in Lists.Walk(context, span, items))
            Write(writer, item, depth + 1);
        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, object number)
    {
        switch (number)
        {
            case double or float when !double.IsFinite(Numbers.ToDouble(number)):
                writer.WriteNullValue();
                break;
            case double fraction:
                writer.WriteNumberValue(fraction);
                break;
            case float fraction:
                writer.WriteNumberValue(fraction);
                break;
            case decimal exact:
                writer.WriteNumberValue(exact);
                break;
            default:
                writer.WriteRawValue(Numbers.ToBigInteger(number).ToString(CultureInfo.InvariantCulture), true);
                break;
        }
    }
}
