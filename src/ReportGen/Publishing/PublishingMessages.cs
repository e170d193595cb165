namespace ReportGen.Publishing;

/// <summary>What can hinder the writing of files.</summary>
public static class PublishingMessages
{
    /// <summary>A file or folder cannot be written.</summary>
    /// <param name="path">The file or folder, as the user knows it.</param>
    /// <param name="reason">What the operating system says.</param>
    public static Diagnostic CannotWrite(string path, string reason) => Diagnostic.OfFile("environment.cannot-write", Severity.Error, path,
        $"不能写入：{reason}", $"It cannot be written: {reason}",
        new("请检查文件夹是否存在、是否有写入权限、磁盘是否已满。", "See whether the folder exists and may be written, and whether the disk is full."));
}
