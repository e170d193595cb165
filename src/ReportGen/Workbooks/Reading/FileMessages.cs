using static ReportGen.Diagnostics.Diagnostic;

namespace ReportGen.Workbooks.Reading;

/// <summary>The messages about files that are not readable workbooks. All ids start with <c>file.</c>.</summary>
internal static class FileMessages
{
    private static readonly LocalizedText s_saveAsXlsx = new(
        "请用 Excel 或 WPS 打开该文件，选“另存为”，类型选“Excel 工作簿（*.xlsx）”，再交存新文件。",
        "Open it in Excel, WPS or LibreOffice, choose Save As, type Excel Workbook (*.xlsx), and use the new file.");

    private static readonly LocalizedText s_useWorkbook = new(
        "请使用填报用的标准工作簿（.xlsx）。",
        "Use the standard workbook (.xlsx) in which the figures were filled in.");

    public static Diagnostic Missing(string file) => OfFile("file.missing", Severity.Error, file,
        "找不到该文件。", "The file does not exist.",
        new("请核对路径和文件名。", "Check the path and the file's name."));

    public static Diagnostic Unreadable(string file, string reason) => OfFile("file.unreadable", Severity.Error, file,
        $"该文件打不开：{reason}", $"The file cannot be opened: {reason}",
        new("请关闭正在使用它的程序，并确认有读取权限。", "Close the program that uses it, and check that you have read access."));

    public static Diagnostic NotRegular(string file) => OfFile("file.not-regular", Severity.Error, file,
        "这不是普通文件（是管道、套接字、设备或文件夹），没有读取。", "This is not a regular file but a pipe, socket, device or folder; it is not read.",
        s_useWorkbook);

    public static Diagnostic Empty(string file) => OfFile("file.empty", Severity.Error, file,
        "文件是空的（0 字节）。", "The file is empty (0 bytes).",
        new("可能还没有保存完，或复制失败，请重新保存或复制一次。", "Saving may be incomplete, or a copy failed. Save or copy it again."));

    public static Diagnostic Truncated(string file) => OfFile("file.truncated", Severity.Error, file,
        "文件不完整，结尾部分缺失。", "The file is truncated: its end is missing.",
        new("可能还在保存、下载或复制，请等它完成；若已完成，请重新取得该文件。",
            "It may still be being saved, downloaded or copied: wait. Otherwise, obtain the file again."));

    public static Diagnostic Damaged(string file, string detail) => OfFile("file.damaged", Severity.Error, file,
        $"工作簿已损坏，无法读取（{detail}）。", $"The workbook is damaged and cannot be read ({detail}).",
        new("请用 Excel 或 WPS 打开（按提示修复）后另存为 .xlsx。", "Open it in Excel or WPS, let it repair the file, and save it as .xlsx."));

    public static Diagnostic Encrypted(string file) => OfFile("file.encrypted", Severity.Error, file,
        "工作簿设有打开密码，无法读取。", "The workbook is protected by a password and cannot be read.",
        new("请打开后在“文件 › 信息 › 保护工作簿 › 用密码进行加密”中清空密码，再另存为 .xlsx。",
            "Open it, clear the password under File › Info › Protect Workbook › Encrypt with Password, and save it as .xlsx."));

    public static Diagnostic TooLarge(string file, long bytes, long limit) => OfFile("file.too-large", Severity.Error, file,
        string.Create(CultureInfo.InvariantCulture, $"文件过大：{bytes / 1048576.0:0.#} MB，上限 {limit / 1048576.0:0.#} MB。"),
        string.Create(CultureInfo.InvariantCulture,
            $"The file is too large: {bytes / 1048576.0:0.#} MB; the limit is {limit / 1048576.0:0.#} MB."),
        new("请删除其中的图片和无关工作表后另存。", "Remove pictures and unrelated sheets, then save it again."));

    public static Diagnostic OverLimit(string file, string chinese, string english, long limit) => OfFile(
        "file.over-limit", Severity.Error, file,
        string.Create(CultureInfo.InvariantCulture, $"工作簿超出读取上限：{chinese}超过 {limit:N0}。"),
        string.Create(CultureInfo.InvariantCulture, $"The workbook passes a reading limit: {english} over {limit:N0}."),
        new("正常填报的工作簿远小于此上限，请将内容复制到新的标准工作簿后再交。",
            "Regular workbooks are far below this limit. Copy the content into a new standard workbook."));

    public static Diagnostic Hostile(string file, string detail) => OfFile("file.hostile", Severity.Error, file,
        $"工作簿的内部结构异常，为安全起见不予读取（{detail}）。",
        $"The workbook's internal structure is abnormal; it is not read for safety reasons ({detail}).",
        new("请将内容复制到新的标准工作簿后再交。", "Copy the content into a new standard workbook."));

    public static Diagnostic NoSheets(string file) => OfFile("file.no-sheets", Severity.Error, file,
        "工作簿里没有工作表。", "The workbook has no worksheet.", s_useWorkbook);

    public static Diagnostic OtherFormat(string file, FileFormat format) => OfFile($"file.{format.Id}", Severity.Error, file,
        $"这不是 Excel 工作簿，而是{format.Name.Chinese}。", $"This is not an Excel workbook but {format.Name.English}.",
        format.CanBeSavedAsXlsx ? s_saveAsXlsx : s_useWorkbook);
}
