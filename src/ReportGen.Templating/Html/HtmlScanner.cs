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

    private static HtmlState Step(HtmlState state, string text, int i) => state.Kind switch
    {
        HtmlKind.TagOpen => OpenTag(text, i),
        HtmlKind.TagName => NameTag(state, text[i]),
        HtmlKind.InTag => StepInTag(state, text[i]),
        HtmlKind.AttributeName => NameAttribute(state, text[i]),
        HtmlKind.BeforeValue => BeginValue(state, text[i]),
        HtmlKind.Value => StepValue(state, text[i]),
        HtmlKind.Declaration => text[i] == '>' ? new HtmlState(HtmlKind.Text) : state,
        HtmlKind.Comment => EndsWith(text, i, "-->") || EndsWith(text, i, "--!>") ? new HtmlState(HtmlKind.Text) : state,
        HtmlKind.Element => StepElement(state, text, i),
        _ => state,
    };

    private static HtmlState OpenTag(string text, int i)
    {
        var c = text[i];
        if (char.IsAsciiLetter(c)) return new HtmlState(HtmlKind.TagName, char.ToLowerInvariant(c).ToString());
        if (c == '/') return new HtmlState(HtmlKind.TagName, "/");
        if (c == '!')
        {
            return new HtmlState(
                string.CompareOrdinal(text, i, "!--", 0, 3) == 0 ? HtmlKind.Comment : HtmlKind.Declaration);
        }

        if (c == '?') return new HtmlState(HtmlKind.Declaration);
        return new HtmlState(c == '<' ? HtmlKind.TagOpen : HtmlKind.Text);
    }

    private static HtmlState NameTag(HtmlState state, char c)
    {
        if (c == '>') return Content(state);
        if (char.IsWhiteSpace(c) || c == '/') return state.Tag == "/" ? state : new HtmlState(HtmlKind.InTag, state.Tag);
        return state.Tag.Length >= LongestWord ? state : state with { Tag = state.Tag + char.ToLowerInvariant(c) };
    }

    /// <summary>Whether the content of an element is not parsed for tags.</summary>
    public static bool IsSpecial(string tag) => tag is "script" or "style" or "title" or "textarea"
        or "xmp" or "iframe" or "noembed" or "noframes" or "noscript" or "plaintext";

    private static HtmlState Content(HtmlState state) => IsSpecial(state.Tag)
        ? new HtmlState(HtmlKind.Element, state.Tag)
        : new HtmlState(HtmlKind.Text);

    private static HtmlState StepInTag(HtmlState state, char c)
    {
        if (c == '>') return Content(state);
        if (char.IsWhiteSpace(c) || c == '/') return state;
        if (c == '=') return state with { Kind = HtmlKind.BeforeValue, Attribute = AttributeKind.Script };
        return new HtmlState(HtmlKind.AttributeName, state.Tag, char.ToLowerInvariant(c).ToString());
    }

    private static HtmlState NameAttribute(HtmlState state, char c)
    {
        // After branches that end in different names, a longer name is unknown.
        if (state.Word == HtmlState.Unknown && !char.IsWhiteSpace(c) && c is not ('>' or '/'))
            return new HtmlState(HtmlKind.Lost);
        if (c == '=') return new HtmlState(HtmlKind.BeforeValue, state.Tag, "", KindOf(state.Word));
        if (c == '>') return Content(state);
        if (char.IsWhiteSpace(c)) return state.Word.EndsWith(' ') ? state : state with { Word = state.Word + " " };
        if (c == '/') return new HtmlState(HtmlKind.InTag, state.Tag);
        if (state.Word.EndsWith(' ')) return state with { Word = char.ToLowerInvariant(c).ToString() };
        return state.Word.Length >= LongestWord ? state : state with { Word = state.Word + char.ToLowerInvariant(c) };
    }

    private static AttributeKind KindOf(string word)
    {
        var name = word.TrimEnd();
        if (name.StartsWith("on", StringComparison.Ordinal) || name == "srcdoc") return AttributeKind.Script;
        if (name == "style") return AttributeKind.Style;
        return s_urls.Contains(name) ? AttributeKind.Url : AttributeKind.Plain;
    }

    private static HtmlState BeginValue(HtmlState state, char c)
    {
        if (char.IsWhiteSpace(c)) return state;
        if (c == '>') return Content(state);
        var value = state with { Kind = HtmlKind.Value, Word = "", Url = HtmlContext.Url };
        return c is '"' or '\'' ? value with { Quote = c } : StepValue(value, c);
    }

    private static HtmlState StepValue(HtmlState state, char c)
    {
        if (state.Quote != '\0' && c == state.Quote) return new HtmlState(HtmlKind.InTag, state.Tag);
        if (state.Quote == '\0' && c == '>') return Content(state);
        if (state.Quote == '\0' && char.IsWhiteSpace(c)) return new HtmlState(HtmlKind.InTag, state.Tag);
        if (state.Quote == '\0' && state.Word.StartsWith(HtmlState.Unknown, StringComparison.Ordinal))
            return new HtmlState(HtmlKind.Lost);
        return state.Attribute == AttributeKind.Url ? StepUrl(state, c) : state;
    }

    private static HtmlState StepUrl(HtmlState state, char c)
    {
        if (c is '?' or '#' || state.Url == HtmlContext.UrlQuery) return state with { Url = HtmlContext.UrlQuery, Word = "" };
        if (state.Url == HtmlContext.Url && char.IsWhiteSpace(c)) return state;
        var word = state.Word.Length >= LongestWord ? state.Word : state.Word + char.ToLowerInvariant(c);
        var isCode = word is "javascript:" or "vbscript:" or "data:" || (c == ':' && MayBeScheme(state.Word));
        return state with
        {
            Url = HtmlContext.UrlPath, Word = word, Attribute = isCode ? AttributeKind.Script : state.Attribute,
        };
    }

    // A value before the colon may have been "javascript", so no value may be printed after it.
    private static bool MayBeScheme(string word) =>
        word.StartsWith(HtmlState.Unknown, StringComparison.Ordinal) && !word.Contains('/');

    private static HtmlState StepElement(HtmlState state, string text, int i) =>
        text[i] is '>' or '/' || char.IsWhiteSpace(text[i]) ? CloseElement(state, text, i) : state;

    private static HtmlState CloseElement(HtmlState state, string text, int i)
    {
        var close = "</" + state.Tag;
        if (i < close.Length || string.Compare(
            text, i - close.Length, close, 0, close.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return state;
        }

        return text[i] == '>' ? new HtmlState(HtmlKind.Text) : new HtmlState(HtmlKind.InTag, "/" + state.Tag);
    }

    private static bool EndsWith(string text, int i, string end) =>
        i + 1 >= end.Length && string.CompareOrdinal(text, i + 1 - end.Length, end, 0, end.Length) == 0;
}
