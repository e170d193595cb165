using ReportGen.Diagnostics;

namespace ReportGen.Cli.Inputs;

/// <summary>What can be wrong with the paths of a command line.</summary>
internal static class InputMessages
{
    public static Diagnostic NoWorkbook(string path) => Error("command.no-workbook", path,
        "这个文件夹里没有工作簿（.xlsx、.xls）。", "There is no workbook (.xlsx, .xls) in this folder.", null);

    public static Diagnostic NoMatch(string pattern) => Error("command.no-match", pattern,
        "没有与这个写法相符的工作簿（.xlsx、.xls）。", "No workbook (.xlsx, .xls) is named like this.",
        new("请核对文件夹和文件名；* 代表任意字，** 代表任意层文件夹。", "Compare folder and name; * stands for any letters, ** for any folders."));

    private static Diagnostic Error(string id, string path, string chinese, string english, LocalizedText? remedy) => new()
    {
        Id = id, Severity = Severity.Error, Location = new FileLocation { File = path }, Message = new(chinese, english), Remedy = remedy,
    };
}
