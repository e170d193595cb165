namespace ReportGen.Cli.Terminal;

/// <summary>Colours text with ANSI escape codes, or leaves it plain.</summary>
/// <param name="IsColoured">Whether to colour.</param>
internal sealed record Palette(bool IsColoured)
{
    public string Error(string text) => Paint("31;1", text);

    public string Warning(string text) => Paint("33", text);

    public string Good(string text) => Paint("32", text);

    public string Strong(string text) => Paint("1", text);

    public string Dim(string text) => Paint("2", text);

    /// <summary>Returns a stream's palette: plain in files and pipes, and with <c>NO_COLOR</c> or <c>TERM=dumb</c>.</summary>
    public static Palette For(bool isRedirected, Func<string, string?> environment) =>
        new(!isRedirected && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") is not "dumb");

    private string Paint(string code, string text) =>
        IsColoured && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
