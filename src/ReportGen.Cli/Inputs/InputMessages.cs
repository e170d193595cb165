namespace ReportGen.Cli.Inputs;

/// <summary>The messages about the paths of a command line.</summary>
internal static class InputMessages
{
    public static Diagnostic NoWorkbook(string path) => Diagnostic.OfFile("command.no-workbook", Severity.Error, path,
        "这个文件夹里没有工作簿（.xlsx、.xls）。", "This folder has no workbook (.xlsx, .xls).");

    public static Diagnostic NotWorkbook(string path) => Diagnostic.OfFile("command.not-a-workbook", Severity.Information, path,
        "这不是工作簿，没有处理。", "This is not a workbook; it is not processed.",
        new("请单位交填报用的标准工作簿（.xlsx）。", "Ask for the standard workbook (.xlsx)."));

    public static Diagnostic OpenElsewhere(string path, string lockFile) => Diagnostic.OfFile(
        "command.open-elsewhere", Severity.Warning, path,
        $"有人正打开着它（{Path.GetFileName(lockFile)}），已按最后一次保存的内容处理。",
        $"It is open in another program ({Path.GetFileName(lockFile)}); its last saved content is processed.",
        new("等它关闭后请再运行一次；如果没有人打开它，请删除这个占用标记文件。",
            "Run again when it is closed; if nobody has it open, delete that lock file."));

    /// <summary>Why an entry of a folder is passed over.</summary>
    /// <param name="kind">What it is; not a file.</param>
    /// <param name="path">Its path.</param>
    public static Diagnostic PassedOver(FolderEntryKind kind, string path) => kind switch
    {
        FolderEntryKind.Link => Diagnostic.OfFile("file.link", Severity.Error, path,
            "这是链接，不是文件本身，没有读取。", "This is a link, not the file itself; it is not read.",
            new("请放入文件本身；链接指向的文件也可以在命令中单独写明。",
                "Put the file itself into the folder, or name the file that the link points to on the command line.")),
        FolderEntryKind.FolderOfThatName => Diagnostic.OfFile("file.folder", Severity.Error, path,
            "这是文件夹，名称却像工作簿，没有读取其中的文件。", "This is a folder with the name of a workbook; the files in it are not read.",
            new("请去掉文件夹名称末尾的扩展名，如“.xlsx”。", "Remove the ending, such as .xlsx, from the folder's name.")),
        _ => Diagnostic.OfFile("file.too-deep", Severity.Error, path,
            $"文件夹套得太深（超过 {FolderScan.MaxDepth} 层），没有读取其中的文件。",
            $"The folder is below more than {FolderScan.MaxDepth} others; the files in it are not read.",
            new("请移到外层文件夹。", "Move it to a folder further up.")),
    };

    public static Diagnostic NoMatch(string pattern) => Diagnostic.OfFile("command.no-match", Severity.Error, pattern,
        "没有与这个写法相符的工作簿（.xlsx、.xls）。", "No workbook (.xlsx, .xls) matches this pattern.",
        new("请核对文件夹和文件名；* 代表任意字，** 代表任意层文件夹。", "Check the folder and the file name; * matches any characters, ** any folders."));
}
