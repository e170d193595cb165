namespace ReportGen.Templating.Html;

/// <summary>What a place in an HTML text is part of.</summary>
internal enum HtmlKind : byte
{
    /// <summary>No HTML.</summary>
    None,

    /// <summary>Text.</summary>
    Text,

    /// <summary>After <c>&lt;</c>.</summary>
    TagOpen,

    /// <summary>In the name of a tag.</summary>
    TagName,

    /// <summary>In a tag, between attributes.</summary>
    InTag,

    /// <summary>In the name of an attribute.</summary>
    AttributeName,

    /// <summary>After the <c>=</c> of an attribute.</summary>
    BeforeValue,

    /// <summary>In the value of an attribute.</summary>
    Value,

    /// <summary>In a declaration such as the doctype.</summary>
    Declaration,

    /// <summary>In a comment.</summary>
    Comment,

    /// <summary>In an element whose content is not tags: script, style, title, textarea.</summary>
    Element,

    /// <summary>
    /// After text that follows a value without quotes, or branches within a name: what it belongs to is not known.
    /// </summary>
    Lost,
}

/// <summary>What the value of an attribute means.</summary>
internal enum AttributeKind : byte
{
    /// <summary>Text.</summary>
    Plain,

    /// <summary>A URL.</summary>
    Url,

    /// <summary>CSS.</summary>
    Style,

    /// <summary>Code, where no value may stand.</summary>
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

    /// <summary>Whether both are between the attributes of a tag, where it does not matter what came before.</summary>
    private bool IsInTag => Kind is HtmlKind.TagName or HtmlKind.InTag or HtmlKind.AttributeName;

    /// <summary>The state after either of two ways; null where they do not meet.</summary>
    public static HtmlState? Join(HtmlState a, HtmlState b)
    {
        if (a == b)
            return a;
        if (a.IsInTag && b.IsInTag)
            return a.Tag == b.Tag || !(HtmlScanner.IsSpecial(a.Tag) || HtmlScanner.IsSpecial(b.Tag))
                ? new HtmlState(HtmlKind.AttributeName, a.Tag, Unknown)
                : null;
        if (a.Kind != b.Kind || a.Kind != HtmlKind.Value || a.Attribute != b.Attribute || a.Quote != b.Quote)
            return a.Kind == b.Kind && a.Kind is HtmlKind.Comment or HtmlKind.Text or HtmlKind.Declaration ? a : null;
        return a with { Word = Unknown, Url = a.Url == b.Url || a.Attribute != AttributeKind.Url ? a.Url : HtmlContext.Url };
    }

    /// <summary>Whether all of it is the same.</summary>
    public bool Equals(HtmlState other) => Kind == other.Kind && Attribute == other.Attribute && Quote == other.Quote
        && Url == other.Url && Tag == other.Tag && Word == other.Word;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine((int)Kind, Tag, Word);
}
