using System.Globalization;
using System.Numerics;
using System.Text.Json;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions.Json;

/// <summary>Makes values of the language from JSON, within the context's limit on items.</summary>
internal sealed class JsonValueReader(TemplateContext context, SourceSpan span)
{
    private int _items;

    /// <summary>The value of an element; its nesting was bounded when it was parsed.</summary>
    public object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(element),
        JsonValueKind.Array => ReadArray(element),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => ReadNumber(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private ScriptObject ReadObject(JsonElement element)
    {
        var result = new ScriptObject();
        foreach (var property in element.EnumerateObject())
        {
            Count();
            result[property.Name] = Read(property.Value);
        }
        return result;
    }

    private ScriptArray ReadArray(JsonElement element)
    {
        var result = new ScriptArray();
        foreach (var item in element.EnumerateArray())
        {
            Count();
            result.Add(Read(item));
        }
        return result;
    }

    private object ReadNumber(JsonElement element)
    {
        if (element.TryGetInt64(out var whole))
            return Numbers.Smallest(whole);
        var text = element.GetRawText();
        if (context.UseDecimals && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
            return exact;
        return text.Length < 100 && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big)
            ? big
            : element.GetDouble();
    }

    private void Count()
    {
        context.StepLoop(span);
        context.CheckCount(span, ++_items);
    }
}
