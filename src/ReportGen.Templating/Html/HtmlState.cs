namespace ReportGen.Templating.Html;

/// <summary>What a place in an HTML text is part of.</summary>
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

    /// <summary>In an element whose content is not tags: script, style, title, textarea.</summary>
    Element,

    /// <summary>Nobody knows where: after text behind a value without quotes, or after branches within a name.</summary>
    Lost,
}

/// <summary>What the value of an attribute means: text, a URL, CSS, or code, where no value may stand.</summary>
internal enum AttributeKind : byte
{
    Plain,
    Url,
    Style,
    Script,
}

/// <summary>Where in an HTML text the reader is; what was read is forgotten but for this.</summary>
/// <param name="Kind">What the place is part of.</param>
/// <param name="Tag">The name of the tag or element, in small letters, as far as it is read.</param>
/// <param name="Word">The name of the attribute or the start of its value, in small letters.</param>
/// <param name="Attribute">What the value of the attribute means.</param>
/// <param name="Quote">The quote around the value; 0 for none.</param>
/// <param name="Url">In a URL: the part reached.</param>
internal readonly record struct HtmlState(
    HtmlKind Kind, string Tag = "", string Word = "", AttributeKind Attribute = AttributeKind.Plain, char Quote = '\0',
    HtmlContext Url = HtmlContext.Url)
{
    /// <summary>The start of <see cref="Word"/> after a value in a URL or without quotes: what it says is not known.</summary>
    public const string Unknown = "*";

    /// <summary>Whether it is between the attributes of a tag, where it does not matter what came before.</summary>
    private bool IsInTag => Kind is HtmlKind.TagName or HtmlKind.InTag or HtmlKind.AttributeName;

    /// <summary>The state after either of two ways; null where they do not meet.</summary>
    public static HtmlState? Join(HtmlState a, HtmlState b)
    {
        if (a == b)
            return a;
        if (a.Tag != b.Tag && (HtmlScanner.IsSpecial(a.Tag) || HtmlScanner.IsSpecial(b.Tag)))
            return null;
        if (a.IsInTag && b.IsInTag)
            return new HtmlState(HtmlKind.AttributeName, a.Tag, Unknown);
        if (a.Kind != b.Kind || a.Attribute != b.Attribute || a.Quote != b.Quote)
            return null;
        return a.Kind switch
        {
            HtmlKind.Value => a with { Word = Unknown, Url = a.Url == b.Url ? a.Url : HtmlContext.Url },
            HtmlKind.Text or HtmlKind.Comment or HtmlKind.Declaration => a,
            _ => null,
        };
    }
}
