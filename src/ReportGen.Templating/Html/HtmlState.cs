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

/// <summary>The type of an attribute's value: text, a URL, CSS, or code, where no value may be printed.</summary>
internal enum AttributeKind : byte
{
    Plain,
    Url,
    Style,
    Script,
}

/// <summary>The state of the scanner at a place in HTML.</summary>
/// <param name="Kind">The part of HTML to which the place belongs.</param>
/// <param name="Tag">The name of the tag or element, in lower case, as far as it has been read.</param>
/// <param name="Word">The name of the attribute or the start of its value, in lower case.</param>
/// <param name="Attribute">The type of the attribute's value.</param>
/// <param name="Quote">The quote around the value; 0 if none.</param>
/// <param name="Url">In a URL: the part reached.</param>
internal readonly record struct HtmlState(
    HtmlKind Kind, string Tag = "", string Word = "", AttributeKind Attribute = AttributeKind.Plain, char Quote = '\0',
    HtmlContext Url = HtmlContext.Url)
{
    /// <summary>The start of <see cref="Word"/> after a value in a URL or without quotes: its text is unknown.</summary>
    public const string Unknown = "*";

    /// <summary>Whether the place is between the attributes of a tag, where the preceding attributes do not matter.</summary>
    private bool IsInTag => Kind is HtmlKind.TagName or HtmlKind.InTag or HtmlKind.AttributeName;

    /// <summary>The state after either of two branches; null if the branches end in different places.</summary>
    public static HtmlState? Join(HtmlState a, HtmlState b)
    {
        if (a == b) return a;
        if (a.Tag != b.Tag && (HtmlScanner.IsSpecial(a.Tag) || HtmlScanner.IsSpecial(b.Tag))) return null;
        if (a.IsInTag && b.IsInTag) return new HtmlState(HtmlKind.AttributeName, a.Tag, Unknown);
        if (a.Kind != b.Kind || a.Attribute != b.Attribute || a.Quote != b.Quote) return null;
        return a.Kind switch
        {
            HtmlKind.Value => a with { Word = Unknown, Url = a.Url == b.Url ? a.Url : HtmlContext.Url },
            HtmlKind.Text or HtmlKind.Comment or HtmlKind.Declaration => a,
            _ => null,
        };
    }
}
