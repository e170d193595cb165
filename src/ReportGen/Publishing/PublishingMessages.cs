namespace ReportGen.Publishing;

/// <summary>The messages about writing files.</summary>
public static class PublishingMessages
{
    /// <summary>Creates the error that a file or folder cannot be written.</summary>
    /// <param name="path">The file or folder, as the user gave it.</param>
    /// <param name="reason">The message of the operating system.</param>
    public static Diagnostic CannotWrite(string path, string reason) =>
        Diagnostic.OfFile("environment.cannot-write", Severity.Error, path,
        $"不能写入：{reason}", $"Cannot be written: {reason}",
        new("请检查文件夹是否存在、是否有写入权限、磁盘是否已满。",
            "Check that the folder exists, that you may write to it, and that the disk is not full."));

    /// <summary>Creates the error that a workbook was saved again while it was processed.</summary>
    /// <param name="path">The workbook, as the user gave it.</param>
    internal static Diagnostic SavedAgain(string path) => Diagnostic.OfFile("file.saved-again", Severity.Error, path,
        "处理的时候又保存了一次，会按新保存的内容重新处理。", "It was saved again meanwhile; the new content will be processed.");
}
