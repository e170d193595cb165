namespace ReportGen.Workbooks.Reading;

/// <summary>Numbers and dates as spreadsheet programs store them.</summary>
internal static class SpreadsheetNumber
{
    private const int ShownDigits = 15;

    // Dividing by this drops a decimal's trailing zeros.
    private const decimal LongOne = 1.000000000000000000000000000000m;

    /// <summary>
    /// Reads a stored number. Programs show and accept 15 significant digits but store 17, so that a typed 18.871 stands
    /// in the file as 18.870999999999999; rounding to 15 gives back what was typed.
    /// </summary>
    /// <returns>Null when the text is no number or beyond the range of a decimal (±7.9E28).</returns>
    public static decimal? Parse(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)) return null;
        if (text.Count(char.IsAsciiDigit) <= ShownDigits) return exact / LongOne;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? FromDouble(value) : null;
    }

    /// <summary>A binary number as programs show it; null beyond the range of a decimal.</summary>
    public static decimal? FromDouble(double value) =>
        decimal.TryParse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number / LongOne
            : null;

    /// <summary>The invariant text of a number, without trailing zeros.</summary>
    public static string Format(decimal number) => (number / LongOne).ToString(CultureInfo.InvariantCulture);

    /// <summary>The date of a serial number; null outside the years 1900–9999.</summary>
    public static DateTime? ToDate(decimal serial, bool from1904)
    {
        // 1900 counts as a leap year in the file format: the days before 1 March are one too low.
        var days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
        if (days is < 0 or >= 2_958_466) return null;
        var seconds = Math.Round(days * 86_400m);
        return new DateTime(1899, 12, 30).AddSeconds((double)seconds);
    }

    /// <summary>A date as <c>yyyy-MM-dd</c>, with the time behind it if it has one.</summary>
    public static string Format(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
