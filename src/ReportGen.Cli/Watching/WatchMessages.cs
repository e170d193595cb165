using ReportGen.Diagnostics;

namespace ReportGen.Cli.Watching;

/// <summary>What the watcher has to say. Every id starts with <c>watch.</c>.</summary>
internal static class WatchMessages
{
    /// <summary>Another watcher works on the workbook.</summary>
    public static Diagnostic Taken(string name) => Note("watch.taken", name,
        "另一个监视程序正在处理它。", "Another watcher is working on it.", null);

    /// <summary>It is open in an office program.</summary>
    public static Diagnostic Locked(string name, string lockFile) => Note("watch.locked", name,
        $"有人正打开着它（{Path.GetFileName(lockFile)}），关闭后自动处理。",
        $"It is open somewhere ({Path.GetFileName(lockFile)}); it is taken when it is closed.",
        new("如果没有人打开它，请删除这个锁文件。", "If nobody has it open, delete that lock file."));

    /// <summary>The lock beside it was waited for long enough.</summary>
    public static Diagnostic LockLeft(string name, string lockFile, TimeSpan patience) => Warning("watch.lock-left", name,
        $"等了 {Minutes(patience)} 分钟，锁文件 {Path.GetFileName(lockFile)} 仍在，已按最后一次保存的内容处理；再次保存会重新处理。",
        $"After {Minutes(patience)} min the lock file {Path.GetFileName(lockFile)} is still there; it was taken as last saved, and will be again when it is saved again.",
        new("如果没有人打开它，请删除这个锁文件。", "If nobody has it open, delete that lock file."));

    /// <summary>A file that cannot be a workbook.</summary>
    public static Diagnostic NoWorkbook(string name) => Note("watch.no-workbook", name,
        "这不是工作簿，不处理。", "This is no workbook; it is left alone.",
        new("请放入填报用的标准工作簿（.xlsx）。", "Put in the standard workbook (.xlsx)."));

    /// <summary>The inbox cannot be looked through.</summary>
    public static Diagnostic InboxLost(string folder, string reason) => Warning("watch.inbox-lost", folder,
        $"收件文件夹暂时读不到（{reason}），会一直重试。", $"The inbox cannot be read at present ({reason}); it is tried again and again.",
        new("请检查网络连接、文件夹是否存在、是否有读取权限。", "See whether the network is up, and whether the folder exists and may be read."));

    /// <summary>The inbox is there again.</summary>
    public static Diagnostic InboxFound(string folder) => Note("watch.inbox-found", folder,
        "收件文件夹恢复正常。", "The inbox can be read again.", null);

    /// <summary>The inbox does not exist when the watcher starts.</summary>
    public static Diagnostic NoInbox(string folder) => Error("environment.no-inbox", folder,
        "没有这个文件夹。", "There is no such folder.", new("请先建好收件文件夹，或核对路径。", "Make the inbox first, or check the path."));

    /// <summary>Inbox and output are one folder.</summary>
    public static Diagnostic SameFolder(string folder) => Error("command.same-folder", folder,
        "收件文件夹和输出文件夹不能是同一个，也不能把收件文件夹放在程序自用的 .reportgen 里。",
        "The inbox must not be the output folder, nor lie in the program's own folder .reportgen.",
        new("请用 -o 另选一个文件夹。", "Choose another folder with -o."));

    /// <summary>The templates have mistakes; those before the change are used on.</summary>
    public static Diagnostic TemplatesBroken(string folder, int mistakes) => Warning("watch.templates-broken", folder,
        $"模板有 {mistakes} 处错误，继续使用改动前的模板；改好后自动生效。",
        $"The templates have {mistakes} mistake(s); those before the change are used until they are mended.", null);

    /// <summary>The templates changed and are sound.</summary>
    public static Diagnostic TemplatesChanged(string folder) => Note("watch.templates-changed", folder,
        "模板已更新，受影响的报告重新生成。", "The templates have changed; the reports they affect are built again.", null);

    private static string Minutes(TimeSpan time) => time.TotalMinutes.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    private static Diagnostic Note(string id, string file, string chinese, string english, LocalizedText? remedy) =>
        Make(Severity.Information, id, file, chinese, english, remedy);

    private static Diagnostic Warning(string id, string file, string chinese, string english, LocalizedText? remedy) =>
        Make(Severity.Warning, id, file, chinese, english, remedy);

    private static Diagnostic Error(string id, string file, string chinese, string english, LocalizedText? remedy) =>
        Make(Severity.Error, id, file, chinese, english, remedy);

    private static Diagnostic Make(Severity severity, string id, string file, string chinese, string english, LocalizedText? remedy) => new()
    {
        Id = id,
        Severity = severity,
        Location = new FileLocation { File = file },
        Message = new(chinese, english),
        Remedy = remedy,
    };
}
