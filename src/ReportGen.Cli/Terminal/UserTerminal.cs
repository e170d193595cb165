namespace ReportGen.Cli.Terminal;

/// <summary>The user's side of the program: two streams, a language, colours or none. Results go to the output, all else to the error stream.</summary>
internal sealed class UserTerminal(TextWriter output, TextWriter error, Language language)
{
    /// <summary>Where results go.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Where progress and mistakes of use go.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>The language of all messages.</summary>
    public Language Language { get; } = language;

    /// <summary>The colours of <see cref="Output"/>.</summary>
    public Palette OutputPalette { get; init; } = new(false);

    /// <summary>The colours of <see cref="Error"/>.</summary>
    public Palette ErrorPalette { get; init; } = new(false);

    /// <summary>Whether somebody watches <see cref="Error"/>: progress may redraw its line.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Whether somebody watches <see cref="Output"/>, and no program reads it.</summary>
    public bool IsOutputWatched { get; init; }

    /// <summary>The width in columns.</summary>
    public int Width { get; init; } = 80;

    /// <summary>The height in rows.</summary>
    public int Height { get; init; } = 24;

    /// <summary>Whether to tell the details of an unexpected failure.</summary>
    public bool IsDebugging { get; init; }

    /// <summary>The user's clock and time zone.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The day it is for the user.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().DateTime);

    /// <summary>Reads a variable of the environment.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>One of two texts, by language.</summary>
    public string Say(string chinese, string english) => Language == Language.Chinese ? chinese : english;

    /// <summary>The terminal that the process was started in.</summary>
    public static UserTerminal OfThisProcess(IReadOnlyList<string> arguments)
    {
        Func<string, string?> environment = System.Environment.GetEnvironmentVariable;
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        return new UserTerminal(
            Utf8(Console.OpenStandardOutput()), Utf8(Console.OpenStandardError()), LanguageChoice.Choose(arguments, environment))
        {
            OutputPalette = Palette.For(Console.IsOutputRedirected, environment),
            ErrorPalette = Palette.For(Console.IsErrorRedirected, environment),
            IsWatched = !Console.IsErrorRedirected && environment("TERM") is not "dumb",
            IsOutputWatched = !Console.IsOutputRedirected,
            Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 100 : Math.Clamp(Console.WindowWidth, 40, 140),
            // Not every terminal tells its size.
            Height = Console.IsErrorRedirected || Console.WindowHeight <= 0 ? 24 : Console.WindowHeight,
            IsDebugging = arguments.Contains("--debug") || !string.IsNullOrEmpty(environment("REPORTGEN_DEBUG")),
            Environment = environment,
        };
    }

    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true };
}
