namespace ReportGen.Templating.Html;

/// <summary>The part of HTML to which a place belongs.</summary>
internal enum HtmlKind : byte
{
    None,
    Text,

    /// <summary>After <c>&lt;</c>.</summary>
    TagOpen,
    TagName,

    /// <summary>In a tag, between attributes.</summary>
    InTag,
    AttributeName,

    /// <summary>After the <c>=</c> of an attribute.</summary>
    BeforeValue,
    Value,

    /// <summary>In a declaration such as the doctype.</summary>
    Declaration,
    Comment,

    /// <summary>In an element whose content is not parsed for tags: script, style, title, textarea.</summary>
    Element,

    /// <summary>Unknown: after text that follows a value without quotes, or after branches within a name.</summary>
    Lost,
}

/// <summary>The state of the scanner at a place in HTML.</summary>
/// <param name="Kind">The part of HTML to which the place belongs.</param>
/// <param name="Tag">The name of the tag or element, in lower case, as far as it has been read.</param>
/// <param name="Word">The name of the attribute or the start of its value, in lower case.</param>
/// <param name="Value">What the attribute's value is: text, CSS, the part reached of a URL; None for code.</param>
/// <param name="Quote">The quote around the value; 0 if none.</param>
internal readonly record struct HtmlState(
    HtmlKind Kind, string Tag = "", string Word = "", HtmlContext Value = HtmlContext.Attribute, char Quote = '\0')
{
    /// <summary>The start of <see cref="Word"/> after a value in a URL or without quotes: its text is unknown.</summary>
    public const string Unknown = "*";

    /// <summary>Whether the attribute's value starts with text that is unknown.</summary>
    public bool IsUnknown => Word.StartsWith(Unknown, StringComparison.Ordinal);

    /// <summary>Whether the attribute's value is a URL.</summary>
    public bool IsUrl => Value is HtmlContext.Url or HtmlContext.UrlPath or HtmlContext.UrlQuery;

    /// <summary>The place of a value printed here; its context is None if no value may be printed.</summary>
    public HtmlPlace Place => Kind switch
    {
        HtmlKind.Text => new HtmlPlace(HtmlContext.Text),
        HtmlKind.Comment => new HtmlPlace(HtmlContext.Comment),
        HtmlKind.Element when Tag is "title" or "textarea" => new HtmlPlace(HtmlContext.PlainText),
        HtmlKind.Element when Tag is "style" => new HtmlPlace(HtmlContext.Style),
        HtmlKind.Value when Value is not HtmlContext.None => new HtmlPlace(Value, Unquoted: Quote == '\0'),
        _ => default,
    };

    /// <summary>Whether the place is between the attributes of a tag, where the preceding attributes do not matter.</summary>
    private bool IsInTag => Kind is HtmlKind.TagName or HtmlKind.InTag or HtmlKind.AttributeName;

    /// <summary>The state after either of two branches; null if the branches end in different places.</summary>
    public static HtmlState? Join(HtmlState a, HtmlState b)
    {
        if (a == b) return a;
        if (a.Tag != b.Tag && (HtmlScanner.IsSpecial(a.Tag) || HtmlScanner.IsSpecial(b.Tag))) return null;
        if (a.IsInTag && b.IsInTag) return new HtmlState(HtmlKind.AttributeName, a.Tag, Unknown);
        if (a.Kind != b.Kind || a.Quote != b.Quote) return null;
        return a.Kind switch
        {
            HtmlKind.Value when a.Value == b.Value => a with { Word = Unknown },
            HtmlKind.Value when a.IsUrl && b.IsUrl => a with { Word = Unknown, Value = HtmlContext.Url },
            HtmlKind.Text or HtmlKind.Comment or HtmlKind.Declaration => a,
            _ => null,
        };
    }
}
