using ReportGen.Diagnostics;

namespace ReportGen.Cli.Commands;

/// <summary>What can be wrong with the files of <c>reportgen render</c>.</summary>
internal static class RenderMessages
{
    public static Diagnostic Unreadable(string file) => Error("data.unreadable", new FileLocation { File = file }, new LocalizedText(
        "读不到这个文件。", "The file cannot be read."));

    public static Diagnostic NotAnObject(string file) => Error("data.not-an-object", new FileLocation { File = file }, new LocalizedText(
        "数据文件的内容应当是一个对象：{ \"名\": 值 }。", "The data must be an object: { \"name\": value }."));

    public static Diagnostic BadJson(string file, int line, int column) => Error(
        "data.malformed", new TextLocation { File = file, Line = line, Column = column },
        new LocalizedText("这里不是正确的 JSON。", "This is not valid JSON."));

    private static Diagnostic Error(string id, SourceLocation at, LocalizedText message) =>
        new() { Id = id, Severity = Severity.Error, Location = at, Message = message };
}
