namespace ReportGen.Templating.Html;

/// <summary>The kinds of places in an HTML text where a value may stand.</summary>
internal enum HtmlContext
{
    /// <summary>None: in no HTML, or where none may stand.</summary>
    None,

    /// <summary>Text between tags.</summary>
    Text,

    /// <summary>Text where tags mean nothing: in <c>title</c> and <c>textarea</c>.</summary>
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

/// <summary>A place in an HTML text.</summary>
/// <param name="Context">Its kind.</param>
/// <param name="Unquoted">Whether it is in an attribute without quotes.</param>
/// <param name="Begins">
/// Whether an attribute without quotes begins here: were nothing written, what comes next in the tag would be its value.
/// </param>
internal readonly record struct HtmlPlace(HtmlContext Context, bool Unquoted = false, bool Begins = false);
