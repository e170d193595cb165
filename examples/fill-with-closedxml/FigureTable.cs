using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace FillWithClosedXml;

/// <summary>One body: a line of the CSV file.</summary>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Values">The values in the order of the headings.</param>
internal sealed record FigureLine(int Line, string[] Values);

/// <summary>The table of figures: a CSV file in UTF-8 with a line of headings and one line for each body.</summary>
/// <param name="Headings">The headings, each of which says where its column goes in the workbook.</param>
/// <param name="Lines">The bodies.</param>
internal sealed record FigureTable(string[] Headings, IReadOnlyList<FigureLine> Lines)
{
    // What a cell of a workbook holds at most.
    private const int LongestText = 32767;

    /// <summary>Reads a CSV file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Receives what is wrong with the file.</param>
    /// <returns>The table; lines with problems are left out.</returns>
    public static FigureTable Read(string path, List<Problem> problems)
    {
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            IgnoreBlankLines = false,
            MaxFieldSize = LongestText,
        };
        // A file in another encoding must not be read as gibberish: invalid UTF-8 is an error.
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var parser = new CsvParser(reader, settings);
        try
        {
            return Read(parser, problems);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new Problem(0, null, "文件不是 UTF-8 编码。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”。"));
            return new FigureTable([], []);
        }
    }

    private static FigureTable Read(CsvParser parser, List<Problem> problems)
    {
        string[] headings = [];
        var lines = new List<FigureLine>();
        var line = 1;
        try
        {
            if (parser.Read()) headings = [.. parser.Record!.Select(h => h.Trim())];
            // A quoted value may contain line breaks: a body begins on the line after the one where the body before it ends.
            for (line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
            {
                var values = parser.Record!;
                if (values.All(string.IsNullOrWhiteSpace)) continue;
                if (values.Length == headings.Length) lines.Add(new FigureLine(line, values));
                else problems.Add(new Problem(line, null, $"有 {values.Length} 列，第一行有 {headings.Length} 列。"));
            }
        }
        catch (CsvHelperException e)
        {
            problems.Add(new Problem(line, null, e is MaxFieldSizeException
                ? $"一格超过 {LongestText} 个字符。"
                : "引号不配对：含逗号、引号或换行的内容要用双引号括起来，其中的双引号写两个。"));
        }

        if (headings.Length == 0) problems.Add(new Problem(0, null, "文件是空的；第一行应为各列的名称。"));
        else if (lines.Count == 0 && problems.Count == 0) problems.Add(new Problem(0, null, "文件中没有任何单位；第二行起每行一个单位。"));
        return new FigureTable(headings, lines);
    }
}
