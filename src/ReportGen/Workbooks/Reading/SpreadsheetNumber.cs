namespace ReportGen.Workbooks.Reading;

/// <summary>Numbers and dates as spreadsheet programs store them.</summary>
internal static class SpreadsheetNumber
{
    private const int ShownDigits = 15;

    // The serial number of 1 January 10000.
    private const decimal AfterLastDay = 2_958_466;

    // Division by this removes a decimal's trailing zeros.
    private const decimal OneWithMaxScale = 1.000000000000000000000000000000m;

    /// <summary>
    /// Parses a stored number. Programs show and accept 15 significant digits but store 17, so an entered 18.871 may be
    /// stored as 18.870999999999999; rounding to 15 digits restores it.
    /// </summary>
    /// <returns>Null if the text is not a number or is outside the range of a decimal (±7.9E28).</returns>
    public static decimal? Parse(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)) return null;
        if (text.Count(char.IsAsciiDigit) <= ShownDigits) return exact / OneWithMaxScale;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? FromDouble(value) : null;
    }

    /// <summary>Converts a binary number, rounded to 15 significant digits; null if outside the range of a decimal.</summary>
    public static decimal? FromDouble(double value) =>
        decimal.TryParse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture,
            out var number)
            ? number / OneWithMaxScale
            : null;

    /// <summary>Formats a number invariantly, without trailing zeros.</summary>
    public static string Format(decimal number) => (number / OneWithMaxScale).ToString(CultureInfo.InvariantCulture);

    /// <summary>Converts a serial number to a date; null if before 31 December 1899 (serial 0) or after the year 9999.</summary>
    public static DateTime? ToDate(decimal serial, bool from1904)
    {
        // The format treats 1900 as a leap year, so dates before 1 March 1900 are off by one.
        if (serial is < 0 or >= AfterLastDay) return null;
        var days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
        if (days >= AfterLastDay) return null;
        var seconds = Math.Round(days * 86_400m);
        return new DateTime(1899, 12, 30).AddSeconds((double)seconds);
    }

    /// <summary>Formats a date as <c>yyyy-MM-dd</c>, followed by the time if it is not midnight.</summary>
    public static string Format(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
