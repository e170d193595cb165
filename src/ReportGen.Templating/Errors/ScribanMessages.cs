using System.Text.RegularExpressions;

namespace ReportGen.Templating.Errors;

/// <summary>
/// Translates Scriban's English messages: those in <c>ScribanMessages.txt</c> verbatim, others within a Chinese sentence.
/// </summary>
internal static partial class ScribanMessages
{
    private const int MaxLength = 300;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string FullWidth = "，：（）；“”‘’。｜！？【】｛｝＝＋－＊／";

    private static readonly Lazy<(Regex English, string Chinese)[]> s_translations = new(ReadTranslations);

    /// <summary>The message in both languages, each limited to a few hundred characters.</summary>
    public static TemplateMessage Translate(string english)
    {
        english = Shorten(english);
        foreach (var (pattern, chinese) in s_translations.Value)
        {
            if (pattern.Match(english) is { Success: true } match) return new TemplateMessage(match.Result(chinese), english);
        }

        return new TemplateMessage($"模板有错误：{english}", english);
    }

    /// <summary>As <see cref="Translate(string)"/>, with a hint if full-width punctuation is at the offset in the text.</summary>
    public static TemplateMessage Translate(string english, string text, int offset)
    {
        var message = Translate(english);
        return offset < text.Length && FullWidth.Contains(text[offset])
            ? message with { ChineseHint = "代码里请用半角标点。", EnglishHint = "Use half-width punctuation in code." }
            : message;
    }

    /// <summary>Ranks messages about the same place: 1 for a message without a reason, otherwise 0.</summary>
    public static int Vagueness(LogMessage message) =>
        message.Message.StartsWith("Unexpected token", StringComparison.Ordinal) ? 1 : 0;

    private static (Regex English, string Chinese)[] ReadTranslations()
    {
        using var stream = typeof(ScribanMessages).Assembly.GetManifestResourceStream("ScribanMessages.txt")!;
        var lines = new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Where(line => line[0] != '#').Chunk(2)
            .Select(pair => (new Regex(pair[0], Options, TimeSpan.FromSeconds(1)), pair[1].Trim()))];
    }

    private static string Shorten(string text)
    {
        var line = LineEnds().Replace(text, " ").Trim();
        return line.Length <= MaxLength ? line : line[..MaxLength] + "…";
    }

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineEnds();
}
