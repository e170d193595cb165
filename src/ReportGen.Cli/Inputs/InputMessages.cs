namespace ReportGen.Cli.Inputs;

/// <summary>The messages about the paths of a command line.</summary>
internal static class InputMessages
{
    public static Diagnostic NoWorkbook(string path) => Diagnostic.OfFile("command.no-workbook", Severity.Error, path,
        "这个文件夹里没有工作簿（.xlsx、.xls）。", "This folder has no workbook (.xlsx, .xls).");

    public static Diagnostic NoMatch(string pattern) => Diagnostic.OfFile("command.no-match", Severity.Error, pattern,
        "没有与这个写法相符的工作簿（.xlsx、.xls）。", "No workbook (.xlsx, .xls) matches this pattern.",
        new("请核对文件夹和文件名；* 代表任意字，** 代表任意层文件夹。", "Check the folder and the file name; * matches any characters, ** any folders."));
}
