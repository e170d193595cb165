namespace ReportGen.Cli.Preview;

/// <summary>The messages about the preview itself.</summary>
internal static class PreviewMessages
{
    public static Diagnostic NoSuchPath(string path) => Diagnostic.OfFile("command.no-such-path", Severity.Error, path,
        "没有这个文件或文件夹。", "There is no such file or folder.", new("请核对路径。", "Check the path."));

    public static Diagnostic NoFreePort(int first) => Diagnostic.OfFile("environment.no-port", Severity.Error, null,
        $"从 {first} 起没有空闲的端口。", $"There is no free port from {first} on.",
        new("请用 --port 另选一个端口。", "Choose another port with --port."));

    public static Diagnostic NotOpened(string address) => Diagnostic.OfFile("preview.not-opened", Severity.Warning, null,
        "没能打开浏览器。", "The browser could not be opened.",
        new($"请自己在浏览器里打开 {address}。", $"Open {address} in your browser."));
}
