namespace ReportGen.Templating.Functions.Figures;

/// <summary>Parses figures as people write them.</summary>
internal static class FigureParser
{
    private const int MaximumLength = 60;
    private const NumberStyles Styles =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;

    /// <summary>
    /// Reads any number, or text of at most 60 characters with a number: separators, full-width digits, a percent sign, a final
    /// unit 万 or 亿, Chinese numerals. False if there is none.
    /// </summary>
    public static bool TryRead(RenderContext context, object value, out decimal number)
    {
        number = 0;
        if (Numbers.IsNumber(value)) return Numbers.TryToDecimal(value, out number);
        return (value is string or HtmlString) && TryReadText(context.ToText(value), out number);
    }

    private static bool TryReadText(string text, out decimal number)
    {
        number = 0;
        if (text.Length > MaximumLength) return false;
        var bare = string.Concat(text.Where(character => !char.IsWhiteSpace(character)).Select(Narrow));
        if (bare.Length == 0) return false;
        if (ChineseNumeralReader.TryRead(bare.TrimStart('负'), out number))
        {
            number = bare[0] == '负' ? -number : number;
            return true;
        }

        var unit = Unit(bare[^1]);
        var digits = unit is null ? bare : bare[..^1];
        if (!decimal.TryParse(digits, Styles, CultureInfo.InvariantCulture, out var count)) return false;
        return Numbers.TryCompute(() => count * (unit ?? 1), out number);
    }

    private static decimal? Unit(char character) => character switch
    {
        '%' => 0.01m,
        '万' => 1_0000m,
        '亿' => 1_0000_0000m,
        _ => null,
    };

    private static char Narrow(char character) => character switch
    {
        >= '！' and <= '～' => (char)(character - '！' + '!'),
        '−' => '-',
        _ => character,
    };
}
