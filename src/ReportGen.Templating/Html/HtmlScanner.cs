namespace ReportGen.Templating.Html;

/// <summary>Tracks the state of static HTML, so that each value can be escaped for its place.</summary>
internal static class HtmlScanner
{
    private const int LongestWord = 32;

    private static readonly HashSet<string> s_urls =
    [
        "href", "src", "action", "formaction", "cite", "poster", "background", "data", "longdesc", "manifest", "ping",
        "srcset", "xlink:href", "icon", "profile", "codebase", "usemap",
    ];

    /// <summary>The state after <paramref name="text"/>.</summary>
    public static HtmlState Advance(HtmlState state, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (state.Kind == HtmlKind.Text)
            {
                i = text.IndexOf('<', i);
                if (i < 0) return state;
                state = new HtmlState(HtmlKind.TagOpen);
            }
            else
            {
                state = Step(state, text, i);
            }
        }

        return state;
    }

    /// <summary>Whether the content of an element is not parsed for tags.</summary>
    public static bool IsSpecial(string tag) => tag is "script" or "style" or "title" or "textarea"
        or "xmp" or "iframe" or "noembed" or "noframes" or "noscript" or "plaintext";

    private static HtmlState Step(HtmlState state, string text, int i) => state.Kind switch
    {
        HtmlKind.TagOpen => OpenTag(text, i),
        HtmlKind.TagName => NameTag(state, text[i]),
        HtmlKind.InTag => StepInTag(state, text[i]),
        HtmlKind.AttributeName => NameAttribute(state, text[i]),
        HtmlKind.BeforeValue => BeginValue(state, text[i]),
        HtmlKind.Value => StepValue(state, text[i]),
        HtmlKind.Declaration => text[i] == '>' ? new HtmlState(HtmlKind.Text) : state,
        HtmlKind.Comment => text.AsSpan(0, i + 1) is var read && (read.EndsWith("-->") || read.EndsWith("--!>"))
            ? new HtmlState(HtmlKind.Text)
            : state,
        HtmlKind.Element => StepElement(state, text, i),
        _ => state,
    };

    private static HtmlState OpenTag(string text, int i) => text[i] switch
    {
        '/' => new HtmlState(HtmlKind.TagName, "/"),
        '!' => new HtmlState(text.AsSpan(i).StartsWith("!--") ? HtmlKind.Comment : HtmlKind.Declaration),
        '?' => new HtmlState(HtmlKind.Declaration),
        '<' => new HtmlState(HtmlKind.TagOpen),
        var c => char.IsAsciiLetter(c) ? new HtmlState(HtmlKind.TagName, Longer("", c)) : new HtmlState(HtmlKind.Text),
    };

    private static HtmlState NameTag(HtmlState state, char c)
    {
        if (c == '>') return Content(state);
        if (char.IsWhiteSpace(c) || c == '/') return state.Tag == "/" ? state : new HtmlState(HtmlKind.InTag, state.Tag);
        return state with { Tag = Longer(state.Tag, c) };
    }

    private static HtmlState Content(HtmlState state) => IsSpecial(state.Tag)
        ? new HtmlState(HtmlKind.Element, state.Tag)
        : new HtmlState(HtmlKind.Text);

    private static HtmlState StepInTag(HtmlState state, char c)
    {
        if (c == '>') return Content(state);
        if (char.IsWhiteSpace(c) || c == '/') return state;
        if (c == '=') return state with { Kind = HtmlKind.BeforeValue, Value = HtmlContext.None };
        return new HtmlState(HtmlKind.AttributeName, state.Tag, Longer("", c));
    }

    private static HtmlState NameAttribute(HtmlState state, char c)
    {
        // After branches that end in different names, a longer name is unknown.
        if (state.Word == HtmlState.Unknown && !char.IsWhiteSpace(c) && c is not ('>' or '/'))
            return new HtmlState(HtmlKind.Lost);
        if (c == '=') return new HtmlState(HtmlKind.BeforeValue, state.Tag, "", ValueOf(state.Word.TrimEnd()));
        if (c == '>') return Content(state);
        if (char.IsWhiteSpace(c)) return state.Word.EndsWith(' ') ? state : state with { Word = state.Word + " " };
        if (c == '/') return new HtmlState(HtmlKind.InTag, state.Tag);
        return state with { Word = Longer(state.Word.EndsWith(' ') ? "" : state.Word, c) };
    }

    private static HtmlContext ValueOf(string attribute)
    {
        if (attribute.StartsWith("on", StringComparison.Ordinal) || attribute == "srcdoc") return HtmlContext.None;
        if (attribute == "style") return HtmlContext.Style;
        return s_urls.Contains(attribute) ? HtmlContext.Url : HtmlContext.Attribute;
    }

    private static HtmlState BeginValue(HtmlState state, char c)
    {
        if (char.IsWhiteSpace(c)) return state;
        if (c == '>') return Content(state);
        var value = state with { Kind = HtmlKind.Value, Word = "" };
        return c is '"' or '\'' ? value with { Quote = c } : StepValue(value, c);
    }

    private static HtmlState StepValue(HtmlState state, char c)
    {
        if (state.Quote != '\0' && c == state.Quote) return new HtmlState(HtmlKind.InTag, state.Tag);
        if (state.Quote == '\0' && c == '>') return Content(state);
        if (state.Quote == '\0' && char.IsWhiteSpace(c)) return new HtmlState(HtmlKind.InTag, state.Tag);
        if (state.Quote == '\0' && state.IsUnknown) return new HtmlState(HtmlKind.Lost);
        return state.IsUrl ? StepUrl(state, c) : state;
    }

    private static HtmlState StepUrl(HtmlState state, char c)
    {
        if (c is '?' or '#' || state.Value == HtmlContext.UrlQuery) return state with { Value = HtmlContext.UrlQuery, Word = "" };
        if (state.Value == HtmlContext.Url && char.IsWhiteSpace(c)) return state;
        var word = Longer(state.Word, c);
        var isCode = word is "javascript:" or "vbscript:" or "data:" || (c == ':' && MayBeScheme(state));
        return state with { Value = isCode ? HtmlContext.None : HtmlContext.UrlPath, Word = word };
    }

    // A value before the colon may have been "javascript", so no value may be printed after it.
    private static bool MayBeScheme(HtmlState state) => state.IsUnknown && !state.Word.Contains('/');

    private static HtmlState StepElement(HtmlState state, string text, int i)
    {
        var ends = (text[i] is '>' or '/' || char.IsWhiteSpace(text[i]))
            && text.AsSpan(0, i).EndsWith("</" + state.Tag, StringComparison.OrdinalIgnoreCase);
        if (!ends) return state;
        return text[i] == '>' ? new HtmlState(HtmlKind.Text) : new HtmlState(HtmlKind.InTag, "/" + state.Tag);
    }

    private static string Longer(string word, char c) => word.Length >= LongestWord ? word : word + char.ToLowerInvariant(c);
}
