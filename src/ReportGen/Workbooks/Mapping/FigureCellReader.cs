using System.Text.RegularExpressions;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>What is wrong with a cell that ought to hold a figure.</summary>
internal enum FigureFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>Nothing stands there.</summary>
    Empty,

    /// <summary>A formula whose value the file does not hold.</summary>
    NoStoredValue,

    /// <summary>A sign for nothing: <c>/</c>, <c>—</c>, <c>无</c>.</summary>
    Dash,

    /// <summary>A number with a unit or other words.</summary>
    Words,

    /// <summary>A number that is shown as a date.</summary>
    Date,

    /// <summary>An error value such as <c>#REF!</c>.</summary>
    Error,
}

/// <summary>Reads a figure: a number, or text that is plainly one.</summary>
internal static partial class FigureCellReader
{
    private const int MaxLength = 60;

    /// <summary>The figure of a cell, or what keeps it from being one.</summary>
    public static (decimal? Number, FigureFault Fault) Read(RawCell cell) => cell.Kind switch
    {
        RawCellKind.Number => (cell.Number, FigureFault.None),
        RawCellKind.Empty => (null, cell.IsFormula ? FigureFault.NoStoredValue : FigureFault.Empty),
        RawCellKind.Date => (null, FigureFault.Date),
        RawCellKind.Error => (null, FigureFault.Error),
        RawCellKind.Text => ReadText(cell.Text),
        _ => (null, FigureFault.Words),
    };

    /// <summary>The number that a text plainly is: digits of any width, spaces, thousands separators; null otherwise.</summary>
    public static decimal? ParsePlain(string text)
    {
        var plain = PlainText.Of(text, MaxLength).Replace('\u2212', '-');
        if (!Plain().IsMatch(plain)) return null;
        return decimal.TryParse(plain.Replace(",", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static (decimal?, FigureFault) ReadText(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return (null, FigureFault.Empty);
        if (ParsePlain(text) is { } number) return (number, FigureFault.None);
        return (null, Dash().IsMatch(text.Trim()) ? FigureFault.Dash : FigureFault.Words);
    }

    [GeneratedRegex(@"^[+\-\u2212]?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,28})(\.[0-9]{1,20})?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^([/／\\\-—–－―─_]+|无|没有|不适用|[Nn]/?[Aa])$")]
    private static partial Regex Dash();
}
