namespace ReportGen.Cli.Commands;

/// <summary>What can be wrong with the files of <c>reportgen render</c>.</summary>
internal static class RenderMessages
{
    public static Diagnostic Unreadable(string file) => Diagnostic.OfFile("data.unreadable", Severity.Error, file,
        "读不到这个文件。", "The file cannot be read.");

    public static Diagnostic NotAnObject(string file) => Diagnostic.OfFile("data.not-an-object", Severity.Error, file,
        "数据文件的内容应当是一个对象：{ \"名\": 值 }。", "The data must be an object: { \"name\": value }.");

    public static Diagnostic BadJson(string file, int line, int column) => Diagnostic.OfFile("data.malformed", Severity.Error, file,
        "这里不是正确的 JSON。", "This is not valid JSON.") with
    { Location = new TextLocation { File = file, Line = line, Column = column } };
}
