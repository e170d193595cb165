using System.Text.RegularExpressions;

namespace ReportGen.Workbooks.Reading.Xlsx;

/// <summary>Reads text as stored in spreadsheet XML: rich text runs, phonetic guides, escapes.</summary>
internal static partial class CellText
{
    /// <summary>Reads a string item or inline string: joins the runs and skips phonetic guides.</summary>
    public static string ReadItem(PartReader reader)
    {
        var depth = reader.Depth;
        var text = "";
        while (reader.NextElementWithin(depth))
        {
            if (reader.Name == "rPh") SkipWithin(reader);
            else if (reader.Name == "t") text = text.Length == 0 ? reader.ReadText() : Append(reader, text);
        }
        return Clean(text);
    }

    /// <summary>Resolves escapes such as <c>_x000D_</c> and converts line breaks to <c>\n</c>.</summary>
    public static string Clean(string text)
    {
        if (text.Contains("_x", StringComparison.Ordinal))
        {
            text = Escape().Replace(text,
                m => ((char)int.Parse(m.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        }

        return text.Contains('\r') ? text.Replace("\r\n", "\n").Replace('\r', '\n') : text;
    }

    private static string Append(PartReader reader, string text)
    {
        var longer = text + reader.ReadText();
        reader.CheckLength(longer.Length);
        return longer;
    }

    private static void SkipWithin(PartReader reader)
    {
        var depth = reader.Depth;
        while (reader.NextElementWithin(depth))
        {
        }
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
