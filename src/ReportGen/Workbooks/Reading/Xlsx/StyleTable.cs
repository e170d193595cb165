namespace ReportGen.Workbooks.Reading.Xlsx;

/// <summary>The cell styles of a workbook that show numbers as dates.</summary>
internal sealed class StyleTable
{
    private readonly List<bool> _isDate = [];

    /// <summary>Reads the styles part; no style shows dates if it is null.</summary>
    public static StyleTable Read(PartReader? reader)
    {
        var table = new StyleTable();
        var codes = new Dictionary<int, bool>();
        while (reader is not null && reader.NextElement())
        {
            if (reader.Name == "numFmt" && Number(reader, "numFmtId") is { } id)
                codes[id] = DateFormats.IsDate(reader.Plain("formatCode") ?? "");
            if (reader.Name == "cellXfs") table.ReadStyles(reader, codes);
        }
        return table;
    }

    /// <summary>Whether the style with this index shows a date.</summary>
    public bool IsDate(string? index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _isDate.Count && _isDate[i];

    private void ReadStyles(PartReader reader, Dictionary<int, bool> codes)
    {
        var depth = reader.Depth;
        while (reader.NextElementWithin(depth))
        {
            if (reader.Name != "xf") continue;
            var id = Number(reader, "numFmtId") ?? 0;
            _isDate.Add(codes.TryGetValue(id, out var own) ? own : DateFormats.IsDate(id));
        }
    }

    private static int? Number(PartReader reader, string attribute) =>
        int.TryParse(reader.Plain(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
