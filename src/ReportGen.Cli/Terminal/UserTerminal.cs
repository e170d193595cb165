namespace ReportGen.Cli.Terminal;

/// <summary>
/// The terminal: two streams, the language and the colours. Results go to <see cref="Output"/>, everything else to <see
/// cref="Error"/>.
/// </summary>
internal sealed class UserTerminal(TextWriter output, TextWriter error, Language language)
{
    /// <summary>Standard output, for results.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Standard error, for progress and errors.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>The language of all messages.</summary>
    public Language Language { get; } = language;

    /// <summary>Whether the user named the language with <c>--lang</c>, which then also applies to documents.</summary>
    public bool IsLanguageRequested { get; init; }

    /// <summary>The language of documents: that of the kind, unless the user named one.</summary>
    public DocumentLanguage DocumentLanguage => new(Language, IsLanguageRequested);

    /// <summary>The colours of <see cref="Output"/>.</summary>
    public Palette OutputPalette { get; init; } = new(false);

    /// <summary>The colours of <see cref="Error"/>.</summary>
    public Palette ErrorPalette { get; init; } = new(false);

    /// <summary>Whether <see cref="Error"/> is interactive, so that progress may redraw its line.</summary>
    public bool IsErrorInteractive { get; init; }

    /// <summary>Whether <see cref="Output"/> is interactive and not redirected.</summary>
    public bool IsOutputInteractive { get; init; }

    /// <summary>The width in columns.</summary>
    public int Width { get; init; } = 80;

    /// <summary>The height in rows.</summary>
    public int Height { get; init; } = 24;

    /// <summary>Whether to show the details of internal errors.</summary>
    public bool IsDebugging { get; init; }

    /// <summary>The user's clock and time zone.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The current date in the user's time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().DateTime);

    /// <summary>Reads an environment variable; null if not set.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>Returns why <see cref="Output"/> is incomplete; null if everything was written.</summary>
    public Func<string?> OutputFailure { get; init; } = () => null;

    /// <summary>Returns the text in <see cref="Language"/>.</summary>
    public string Localize(string chinese, string english) => Language == Language.Chinese ? chinese : english;

    /// <summary>Creates the terminal of this process.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="ofKinds">See <see cref="LanguageChoice.Choose"/>.</param>
    public static UserTerminal OfThisProcess(IReadOnlyList<string> arguments, Func<Language?> ofKinds)
    {
        Func<string, string?> environment = System.Environment.GetEnvironmentVariable;
        var closed = StandardStream.ReplaceClosed();
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        var language = LanguageChoice.Choose(arguments, environment, ofKinds);
        var error = Utf8(new StandardStream(Console.OpenStandardError()));
        var output = new StandardStream(Console.OpenStandardOutput(), closed.Contains(StandardStream.Output) ? "closed" : null)
        {
            Failed = reason => error.WriteLine(OutputFailed(reason, language)),
        };
        return new UserTerminal(Utf8(output), error, language)
        {
            IsLanguageRequested = LanguageChoice.Requested(arguments) is not null,
            OutputFailure = () => output.Failure,
            OutputPalette = Palette.For(Console.IsOutputRedirected, environment),
            ErrorPalette = Palette.For(Console.IsErrorRedirected, environment),
            IsErrorInteractive = !Console.IsErrorRedirected && environment("TERM") is not "dumb",
            IsOutputInteractive = !Console.IsOutputRedirected,
            Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 100 : Math.Clamp(Console.WindowWidth, 40, 140),
            // Some terminals report no size.
            Height = Console.IsErrorRedirected || Console.WindowHeight <= 0 ? 24 : Console.WindowHeight,
            IsDebugging = arguments.Contains("--debug") || !string.IsNullOrEmpty(environment("REPORTGEN_DEBUG")),
            Environment = environment,
        };
    }

    private static string OutputFailed(string reason, Language language) => language == Language.Chinese
        ? $"reportgen: 标准输出写不进去，结果没有写全：{DisplayText.Clean(reason)}"
        : $"reportgen: cannot write to standard output; the results are incomplete: {DisplayText.Clean(reason)}";

    private static StreamWriter Utf8(StandardStream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true };
}
