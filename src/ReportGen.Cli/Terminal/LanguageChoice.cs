namespace ReportGen.Cli.Terminal;

/// <summary>
/// Chooses the language of messages: <c>--lang</c>, otherwise the user's locale, otherwise (C, POSIX or none) that of the kinds
/// of report.
/// </summary>
internal static class LanguageChoice
{
    /// <summary>The name of the option, which is read before parsing because parse errors need a language.</summary>
    public const string Option = "--lang";

    /// <summary>The values of the option.</summary>
    public static readonly string[] Values = ["zh", "en"];

    /// <summary>Returns the language of messages.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="environment">Reads an environment variable; null if not set.</param>
    /// <param name="ofKinds">Finds the language of the kinds of report; null if unknown, which means English.</param>
    public static Language Choose(
        IReadOnlyList<string> arguments, Func<string, string?> environment, Func<Language?> ofKinds) =>
        Requested(arguments) ?? OfLocale(Locale(environment)) ?? ofKinds() ?? Language.English;

    /// <summary>Returns the language that the command line names; null if none.</summary>
    public static Language? Requested(IReadOnlyList<string> arguments) => ValueOf(Option, arguments) switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>Returns the last value of an option of a command line that has not been parsed yet; null if none.</summary>
    public static string? ValueOf(string option, IReadOnlyList<string> arguments)
    {
        for (var i = arguments.Count - 1; i >= 0; i--)
        {
            if (arguments[i] == option && i + 1 < arguments.Count) return arguments[i + 1];
            if (arguments[i].StartsWith(option + "=", StringComparison.Ordinal)) return arguments[i][(option.Length + 1)..];
        }

        return null;
    }

    private static string Locale(Func<string, string?> environment) =>
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(environment).FirstOrDefault(v => !string.IsNullOrEmpty(v))
        ?? (OperatingSystem.IsWindows() ? CultureInfo.CurrentUICulture.Name : "");

    // C.UTF-8 is the locale of machines and containers on which nobody chose a language.
    private static Language? OfLocale(string locale) => locale.Split('.', '@')[0] switch
    {
        "" or "C" or "POSIX" => null,
        var name => name.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English,
    };
}
