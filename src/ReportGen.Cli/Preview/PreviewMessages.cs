using ReportGen.Diagnostics;

namespace ReportGen.Cli.Preview;

/// <summary>What the preview itself has to say.</summary>
internal static class PreviewMessages
{
    public static Diagnostic NoSuchPath(string path) => new()
    {
        Id = "command.no-such-path", Severity = Severity.Error, Location = new FileLocation { File = path },
        Message = new("没有这个文件或文件夹。", "There is no such file or folder."),
        Remedy = new("请核对路径。", "Check the path."),
    };

    public static Diagnostic NoFreePort(int first) => new()
    {
        Id = "environment.no-port", Severity = Severity.Error,
        Message = new($"从 {first} 起没有空闲的端口。", $"No port from {first} on is free."),
        Remedy = new("请用 --port 另选一个端口。", "Choose another port with --port."),
    };

    public static Diagnostic Failed(string path, string reason) => new()
    {
        Id = "pipeline.failed", Severity = Severity.Error, Location = new FileLocation { File = path },
        Message = new($"程序内部出错：{reason}", $"The program itself failed: {reason}"),
        Remedy = new("请把这个工作簿和这条消息交给维护者。", "Hand this workbook and this message to the maintainer."),
    };

    public static Diagnostic NotOpened(string address) => new()
    {
        Id = "preview.not-opened", Severity = Severity.Warning,
        Message = new("没能打开浏览器。", "The browser could not be opened."),
        Remedy = new($"请自己在浏览器里打开 {address}。", $"Open {address} in your browser."),
    };
}
