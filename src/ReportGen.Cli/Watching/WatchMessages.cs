namespace ReportGen.Cli.Watching;

/// <summary>The messages about the watcher.</summary>
internal static class WatchMessages
{
    /// <summary>Another watcher is processing the workbook.</summary>
    public static Diagnostic Taken(string name) => Diagnostic.OfFile("watch.taken", Severity.Information, name,
        "另一个监视程序正在处理它。", "Another watcher is processing it.");

    /// <summary>The workbook is open in an office program.</summary>
    public static Diagnostic Locked(string name, string lockFile) => Diagnostic.OfFile("watch.locked", Severity.Information, name,
        $"有人正打开着它（{Path.GetFileName(lockFile)}），关闭后自动处理。",
        $"It is open in another program ({Path.GetFileName(lockFile)}); it will be processed when it is closed.",
        new("如果没有人打开它，请删除这个占用标记文件。", "If nobody has it open, delete that lock file."));

    /// <summary>The wait for the lock file has timed out.</summary>
    public static Diagnostic LockLeft(string name, string lockFile, TimeSpan timeout) =>
        Diagnostic.OfFile("watch.lock-left", Severity.Warning, name,
        $"等了 {Minutes(timeout)} 分钟，占用标记文件 {Path.GetFileName(lockFile)} 仍在，已按最后一次保存的内容处理；再次保存会重新处理。",
        $"After {Minutes(timeout)} min the lock file {Path.GetFileName(lockFile)} still exists; the last saved content was "
            + "processed. Saving the workbook again processes it again.",
        new("如果没有人打开它，请删除这个占用标记文件。", "If nobody has it open, delete that lock file."));

    /// <summary>The file is not a workbook.</summary>
    public static Diagnostic NoWorkbook(string name) => Diagnostic.OfFile("watch.no-workbook", Severity.Information, name,
        "这不是工作簿，不处理。", "This is not a workbook; it is ignored.",
        new("请放入填报用的标准工作簿（.xlsx）。", "Use the standard workbook (.xlsx)."));

    /// <summary>The inbox cannot be read.</summary>
    public static Diagnostic InboxLost(string folder, string reason) =>
        Diagnostic.OfFile("watch.inbox-lost", Severity.Warning, folder,
        $"收件文件夹暂时读不到（{reason}），会一直重试。", $"The inbox cannot be read ({reason}); retrying until it is available.",
        new("请检查网络连接、文件夹是否存在、是否有读取权限。", "Check the network, and that the folder exists and you may read it."));

    /// <summary>The watcher ends although a file operation has not returned.</summary>
    public static Diagnostic Hangs(string folder) => Diagnostic.OfFile("watch.hangs", Severity.Warning, folder,
        "有一次文件操作一直没有返回，已不等它结束就停止；没有做完的，下次启动时继续。",
        "A file operation does not return; stopped without waiting for it. What is left is done at the next start.",
        new("请检查收件文件夹所在的网络连接。", "Check the network connection of the inbox."));

    /// <summary>The inbox can be read again.</summary>
    public static Diagnostic InboxFound(string folder) => Diagnostic.OfFile("watch.inbox-found", Severity.Information, folder,
        "收件文件夹恢复正常。", "The inbox can be read again.");

    /// <summary>The inbox does not exist when the watcher starts.</summary>
    public static Diagnostic NoInbox(string folder) => Diagnostic.OfFile("environment.no-inbox", Severity.Error, folder,
        "没有这个文件夹。", "There is no such folder.", new("请先建好收件文件夹，或核对路径。", "Create the inbox first, or check the path."));

    /// <summary>Inbox and output are the same folder.</summary>
    public static Diagnostic SameFolder(string folder) => Diagnostic.OfFile("command.same-folder", Severity.Error, folder,
        "收件文件夹和输出文件夹不能是同一个，也不能把收件文件夹放在程序自用的 .reportgen 里。",
        "The inbox must not be the output folder, nor be inside the program's own folder .reportgen.",
        new("请用 -o 另选一个文件夹。", "Choose another folder with -o."));

    /// <summary>The changed templates have errors; the previous ones stay in use.</summary>
    public static Diagnostic TemplatesBroken(string folder, int errors) =>
        Diagnostic.OfFile("watch.templates-broken", Severity.Warning, folder,
        $"模板有 {errors} 处错误，继续使用改动前的模板；改好后自动生效。",
        $"The templates have {errors} error(s); the previous ones stay in use until the errors are fixed.");

    /// <summary>The changed templates are in use.</summary>
    public static Diagnostic TemplatesChanged(string folder) =>
        Diagnostic.OfFile("watch.templates-changed", Severity.Information, folder,
        "模板已更新，受影响的报告重新生成。", "The templates have changed; affected reports are built again.");

    private static string Minutes(TimeSpan time) =>
        time.TotalMinutes.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
