using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Functions;

public static partial class StringFunctions
{
    private const NumberStyles Whole = NumberStyles.Integer | NumberStyles.AllowThousands;
    private const NumberStyles Fraction = NumberStyles.Float | NumberStyles.AllowThousands;

    /// <summary>The text as a whole number of 32 bits, read by the context's culture; null if it is none.</summary>
    public static int? ToInt(TemplateContext context, string? text) =>
        int.TryParse(text, Whole, context.CurrentCulture, out var number) ? number : null;

    /// <summary>The text as a whole number of 64 bits, read by the context's culture; null if it is none.</summary>
    public static long? ToLong(TemplateContext context, string? text) =>
        long.TryParse(text, Whole, context.CurrentCulture, out var number) ? number : null;

    /// <summary>The text as a number, read by the context's culture; null if it is none. A decimal where the context uses them.</summary>
    public static object? ToFloat(TemplateContext context, string? text)
    {
        if (context.UseDecimals && decimal.TryParse(text, Fraction, context.CurrentCulture, out var exact))
            return exact;
        return float.TryParse(text, Fraction, context.CurrentCulture, out var number) ? number : null;
    }

    /// <summary>The text as a number, read by the context's culture; null if it is none. A decimal where the context uses them.</summary>
    public static object? ToDouble(TemplateContext context, string? text)
    {
        if (context.UseDecimals && decimal.TryParse(text, Fraction, context.CurrentCulture, out var exact))
            return exact;
        return double.TryParse(text, Fraction, context.CurrentCulture, out var number) ? number : null;
    }

    /// <summary>The text with <c>\n</c>, <c>\t</c>, <c>\"</c>, <c>\\</c> and the like for the characters they stand for.</summary>
    public static string? Escape(TemplateContext context, SourceSpan span, string? text)
    {
        if (text is null)
            return null;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
            AppendEscaped(escaped, character);
        context.CheckStringLength(span, escaped.Length);
        return escaped.ToString();
    }

    /// <summary>The text as a literal of the language, in double quotes; null stays null.</summary>
    public static string? Literal(TemplateContext context, SourceSpan span, string? text) =>
        text is null ? null : $"\"{Escape(context, span, text)}\"";

    /// <summary>The MD5 hash of the text as UTF-8, in small hexadecimal letters. For compatibility only, not for secrets.</summary>
    public static string Md5(string? text) => Hex(MD5.HashData(Utf8(text)));

    /// <summary>The SHA-1 hash of the text as UTF-8, in small hexadecimal letters. For compatibility only, not for secrets.</summary>
    public static string Sha1(string? text) => Hex(SHA1.HashData(Utf8(text)));

    /// <summary>The SHA-256 hash of the text as UTF-8, in small hexadecimal letters.</summary>
    public static string Sha256(string? text) => Hex(SHA256.HashData(Utf8(text)));

    /// <summary>The SHA-512 hash of the text as UTF-8, in small hexadecimal letters.</summary>
    public static string Sha512(string? text) => Hex(SHA512.HashData(Utf8(text)));

    /// <summary>The text signed with a key: HMAC with SHA-1, in small hexadecimal letters.</summary>
    public static string HmacSha1(string? text, string? secretKey) => Hex(HMACSHA1.HashData(Utf8(secretKey), Utf8(text)));

    /// <summary>The text signed with a key: HMAC with SHA-256, in small hexadecimal letters.</summary>
    public static string HmacSha256(string? text, string? secretKey) => Hex(HMACSHA256.HashData(Utf8(secretKey), Utf8(text)));

    /// <summary>The text signed with a key: HMAC with SHA-512, in small hexadecimal letters.</summary>
    public static string HmacSha512(string? text, string? secretKey) => Hex(HMACSHA512.HashData(Utf8(secretKey), Utf8(text)));

    /// <summary>The text as UTF-8 in Base64; empty for null.</summary>
    public static string Base64Encode(TemplateContext context, SourceSpan span, string? text)
    {
        context.CheckStringLength(span, Length(text) * 4 / 3);
        return Convert.ToBase64String(Utf8(text));
    }

    /// <summary>The text that stands in UTF-8 behind a Base64 text; an error where it is no Base64.</summary>
    public static string Base64Decode(SourceSpan span, string? text)
    {
        var bytes = new byte[Length(text) / 4 * 3 + 3];
        return Convert.TryFromBase64String(text ?? "", bytes, out var count)
            ? Encoding.UTF8.GetString(bytes, 0, count)
            : throw FunctionMessages.NotReadable(span, "string.base64_decode", text, "Base64");
    }

    private static byte[] Utf8(string? text) => Encoding.UTF8.GetBytes(text ?? "");

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static void AppendEscaped(StringBuilder escaped, char character) => _ = character switch
    {
        '\\' => escaped.Append(@"\\"),
        '"' => escaped.Append("\\\""),
        '\n' => escaped.Append(@"\n"),
        '\r' => escaped.Append(@"\r"),
        '\t' => escaped.Append(@"\t"),
        '\f' => escaped.Append(@"\f"),
        '\b' => escaped.Append(@"\b"),
        '\v' => escaped.Append(@"\v"),
        '\0' => escaped.Append(@"\0"),
        _ when char.IsControl(character) => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
        _ => escaped.Append(character),
    };
}
