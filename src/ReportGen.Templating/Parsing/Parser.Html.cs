namespace ReportGen.Templating.Parsing;

internal sealed partial class Parser
{
    private HtmlState _html;

    /// <summary>The ways through a statement with branches.</summary>
    /// <param name="start">The state before it.</param>
    private sealed class HtmlBranches(HtmlState start)
    {
        private bool _hasEnd;

        /// <summary>The state before it.</summary>
        public HtmlState Start { get; } = start;

        /// <summary>The state after the branches so far.</summary>
        public HtmlState End { get; private set; } = start;

        /// <summary>Whether the branches so far end in the same place.</summary>
        public bool Meet { get; private set; } = true;

        /// <summary>Adds the state after a branch, or of going past all of them.</summary>
        public void Add(HtmlState end)
        {
            var joined = _hasEnd ? HtmlState.Join(End, end) : end;
            Meet &= joined is not null;
            End = joined ?? end;
            _hasEnd = true;
        }
    }

    private void AdvanceHtml(string text)
    {
        if (_options.Html)
            _html = HtmlScanner.Advance(_html, text);
    }

    /// <summary>The place where a value is printed; a mistake where none may stand.</summary>
    private HtmlPlace PlaceOfValue(SourceSpan span)
    {
        if (!_options.Html)
            return default;
        var begins = _html.Kind == HtmlKind.BeforeValue;
        if (begins)
            _html = _html with { Kind = HtmlKind.Value, Word = "", Quote = '\0', Url = HtmlContext.Url };
        var place = FindPlace();
        if (place.Context == HtmlContext.None)
            Report(span, Refusal());
        else if (place.Unquoted && _html.Word.StartsWith(HtmlState.Unknown, StringComparison.Ordinal))
            Report(span, HtmlMessages.ValueAfterValue());
        if (begins && place.Unquoted)
            _html = _html with { Word = HtmlState.Unknown };
        if (_html is { Kind: HtmlKind.Value, Attribute: AttributeKind.Url, Url: HtmlContext.Url })
            _html = _html with { Url = HtmlContext.UrlPath, Word = HtmlState.Unknown };
        return place with { Begins = begins };
    }

    private TemplateMessage Refusal() => _html.Kind == HtmlKind.Lost
        ? HtmlMessages.ValueAfterValue()
        : IsScript() ? HtmlMessages.ValueInScript() : HtmlMessages.ValueInTag();

    private bool IsScript() => _html.Kind == HtmlKind.Element || _html.Attribute == AttributeKind.Script;

    private HtmlPlace FindPlace() => _html.Kind switch
    {
        HtmlKind.Text => new HtmlPlace(HtmlContext.Text),
        HtmlKind.Comment => new HtmlPlace(HtmlContext.Comment),
        HtmlKind.Element when _html.Tag is "title" or "textarea" => new HtmlPlace(HtmlContext.PlainText),
        HtmlKind.Element when _html.Tag is "style" => new HtmlPlace(HtmlContext.Style),
        HtmlKind.Value => new HtmlPlace(ContextOfAttribute(), _html.Quote == '\0'),
        _ => default,
    };

    private HtmlContext ContextOfAttribute() => _html.Attribute switch
    {
        AttributeKind.Plain => HtmlContext.Attribute,
        AttributeKind.Url => _html.Url,
        AttributeKind.Style => HtmlContext.Style,
        _ => HtmlContext.None,
    };

    /// <summary>Goes on with the state after a statement with branches.</summary>
    private void JoinHtml(Token start, HtmlBranches branches, bool isExhaustive)
    {
        if (!_options.Html)
            return;
        if (!isExhaustive)
            branches.Add(branches.Start);
        if (!branches.Meet)
            Report(start, HtmlMessages.BranchesDiffer());
        _html = branches.End;
    }

    private void CheckHtmlAtEnd()
    {
        if (_options.Html && _html.Kind is not (HtmlKind.Text or HtmlKind.TagOpen) && _errors.Count == 0)
            Report(_tokens.Last, _html.Kind == HtmlKind.Lost ? HtmlMessages.ValueAfterValue() : HtmlMessages.EndsInside());
    }
}
