namespace ReportGen.Benchmarks;

/// <summary>Prints measurements as a table that is also Markdown.</summary>
public static class MeasurementTable
{
    private static readonly string[] s_headings = ["name", "value", "floor", "ratio", "goal", "met?"];

    /// <summary>Writes the table; the columns are as wide as their widest cell.</summary>
    public static void Write(TextWriter output, IEnumerable<Measurement> measurements)
    {
        var rows = measurements.Select(m => m.Cells).Prepend(s_headings).ToList();
        var widths = s_headings.Select((_, column) => rows.Max(r => r[column].Length)).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            output.WriteLine("| " + string.Join(" | ", rows[i].Select((cell, c) => cell.PadRight(widths[c]))) + " |");
            if (i == 0) output.WriteLine("|" + string.Join("|", widths.Select(w => new string('-', w + 2))) + "|");
        }
    }
}
