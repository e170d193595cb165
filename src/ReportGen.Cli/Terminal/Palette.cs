namespace ReportGen.Cli.Terminal;

/// <summary>The few colours of the program; on a terminal without colour, plain text.</summary>
/// <param name="IsColoured">Whether the reader of the stream sees colours.</param>
internal sealed record Palette(bool IsColoured)
{
    public string Error(string text) => Paint("31;1", text);

    public string Warning(string text) => Paint("33", text);

    public string Good(string text) => Paint("32", text);

    public string Strong(string text) => Paint("1", text);

    public string Dim(string text) => Paint("2", text);

    /// <summary>Colours are for people: not for files and pipes, and not for those who said no (<c>NO_COLOR</c>, <c>TERM=dumb</c>).</summary>
    public static Palette For(bool isRedirected, Func<string, string?> environment) =>
        new(!isRedirected && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") is not "dumb");

    private string Paint(string code, string text) =>
        IsColoured && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
