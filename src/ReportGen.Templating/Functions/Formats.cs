using System.Globalization;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Functions;

/// <summary>.NET format strings, kept from making texts without end.</summary>
internal static class Formats
{
    private const int LongestFormat = 1000;
    private const int MostDigits = 1000;

    /// <summary>The value by the format; null for null, as it prints where it has no formats.</summary>
    /// <exception cref="ScriptRuntimeException">The value has no such format, or it asks for over 1000 digits.</exception>
    public static string? Apply(
        TemplateContext context, SourceSpan span, string function, object? value, string? format, string? culture)
    {
        var habits = Cultures.Find(context, span, culture);
        if (value is not IFormattable formattable)
            return value is null ? null : context.ObjectToString(value);
        if (AsksTooMuch(format))
            throw FunctionMessages.BadFormat(span, function, format);
        try
        {
            return Formattable(formattable, format).ToString(format, habits);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            throw FunctionMessages.BadFormat(span, function, format);
        }
    }

    private static bool AsksTooMuch(string? format) =>
        format is not null && (format.Length > LongestFormat || (format.Length > 1
            && char.IsAsciiLetter(format[0])
            && int.TryParse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            && digits > MostDigits));

    // Only whole-number kinds know X, B and D; a decimal without a fraction may be asked for them all the same.
    private static IFormattable Formattable(IFormattable value, string? format) =>
        value is decimal or double or float && format?.Length > 0 && format[0] is 'X' or 'x' or 'B' or 'b' or 'D' or 'd'
            && Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var number && decimal.IsInteger(number)
            && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : value;
}
