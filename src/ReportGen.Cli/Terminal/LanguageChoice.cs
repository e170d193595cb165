namespace ReportGen.Cli.Terminal;

/// <summary>Chooses the language of messages: <c>--lang</c>, otherwise the user's locale.</summary>
internal static class LanguageChoice
{
    /// <summary>The name of the option, which is read before parsing because parse errors need a language.</summary>
    public const string Option = "--lang";

    /// <summary>The values of the option.</summary>
    public static readonly string[] Values = ["zh", "en"];

    /// <summary>Returns the language of the command line, otherwise that of the locale.</summary>
    public static Language Choose(IReadOnlyList<string> arguments, Func<string, string?> environment) =>
        Requested(arguments) switch
        {
            "zh" => Language.Chinese,
            "en" => Language.English,
            _ => OfLocale(Locale(environment)),
        };

    private static string? Requested(IReadOnlyList<string> arguments)
    {
        for (var i = arguments.Count - 1; i >= 0; i--)
        {
            if (arguments[i] == Option && i + 1 < arguments.Count) return arguments[i + 1];
            if (arguments[i].StartsWith(Option + "=", StringComparison.Ordinal)) return arguments[i][(Option.Length + 1)..];
        }

        return null;
    }

    private static string Locale(Func<string, string?> environment) =>
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(environment).FirstOrDefault(v => !string.IsNullOrEmpty(v))
        ?? (OperatingSystem.IsWindows() ? CultureInfo.CurrentUICulture.Name : "");

    private static Language OfLocale(string locale) =>
        locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
}
