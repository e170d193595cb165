namespace ReportGen.Templating.Html;

/// <summary>The kinds of places in HTML where a value may be printed.</summary>
internal enum HtmlContext
{
    /// <summary>Not in HTML, or a place where no value may be printed.</summary>
    None,

    /// <summary>Text between tags.</summary>
    Text,

    /// <summary>Text in which tags are not parsed: in <c>title</c> and <c>textarea</c>.</summary>
    PlainText,

    Comment,
    Attribute,

    /// <summary>The start of a URL in an attribute.</summary>
    Url,

    /// <summary>A URL after its first characters, before any <c>?</c> or <c>#</c>.</summary>
    UrlPath,

    /// <summary>A URL after <c>?</c> or <c>#</c>.</summary>
    UrlQuery,

    /// <summary>CSS, in an element or attribute.</summary>
    Style,
}

/// <summary>A place in HTML.</summary>
/// <param name="Context">Its kind.</param>
/// <param name="Unquoted">Whether it is in an attribute without quotes.</param>
/// <param name="Begins">
/// Whether an attribute value without quotes begins here: if nothing were written, the next text of the tag would be the value.
/// </param>
internal readonly record struct HtmlPlace(HtmlContext Context, bool Unquoted = false, bool Begins = false);
