using System.Text.RegularExpressions;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Why a cell holds no valid figure.</summary>
internal enum FigureFault
{
    /// <summary>The figure is valid.</summary>
    None,

    /// <summary>The cell is empty.</summary>
    Empty,

    /// <summary>A formula without a stored result.</summary>
    NoStoredValue,

    /// <summary>A placeholder for no value: <c>/</c>, <c>—</c>, <c>无</c>.</summary>
    Dash,

    /// <summary>Text other than a plain number.</summary>
    Words,

    /// <summary>A number formatted as a date.</summary>
    Date,

    /// <summary>An error value such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>A number beyond all real figures, such as 1E+308. The sum of many could not be computed.</summary>
    TooLarge,
}

/// <summary>Reads a figure: a number, or text that represents one.</summary>
internal static partial class FigureCellReader
{
    /// <summary>Numbers from here on, positive or negative, are too large.</summary>
    public const decimal Ceiling = 1_000_000_000_000_000;

    private const int MaxLength = 60;

    /// <summary>Returns the figure of a cell, or null and the reason.</summary>
    public static (decimal? Number, FigureFault Fault) Read(RawCell cell) => cell.Kind switch
    {
        RawCellKind.Number => Bounded(cell.Number!.Value),
        RawCellKind.Empty => (null, cell.IsFormula ? FigureFault.NoStoredValue : FigureFault.Empty),
        RawCellKind.Date => (null, FigureFault.Date),
        RawCellKind.Error => (null, FigureFault.Error),
        RawCellKind.Text => ReadText(cell.Text),
        _ => (null, FigureFault.Words),
    };

    /// <summary>Parses digits of any width, with spaces or thousands separators; null if the text is not a number.</summary>
    public static decimal? ParsePlain(string text)
    {
        var plain = PlainText.Of(text, MaxLength).Replace('\u2212', '-');
        if (!Plain().IsMatch(plain)) return null;
        return decimal.TryParse(plain.Replace(",", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static (decimal?, FigureFault) Bounded(decimal number) =>
        Math.Abs(number) < Ceiling ? (number, FigureFault.None) : (null, FigureFault.TooLarge);

    private static (decimal?, FigureFault) ReadText(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return (null, FigureFault.Empty);
        if (ParsePlain(text) is { } number) return Bounded(number);
        if (text.Length <= MaxLength && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var huge)
            && Math.Abs(huge) >= (double)Ceiling)
        {
            return (null, FigureFault.TooLarge);
        }

        return (null, Dash().IsMatch(text.Trim()) ? FigureFault.Dash : FigureFault.Words);
    }

    [GeneratedRegex(@"^[+\-\u2212]?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,28})(\.[0-9]{1,20})?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^([/／\\\-—–－―─_]+|无|没有|不适用|[Nn]/?[Aa])$")]
    private static partial Regex Dash();
}
