namespace ReportGen.Templating.Parsing;

internal sealed partial class Parser
{
    private HtmlState _html;

    /// <summary>The ways through a statement with branches.</summary>
    /// <param name="start">The state before it.</param>
    private sealed class HtmlBranches(HtmlState start)
    {
        /// <summary>The state before it.</summary>
        public HtmlState Start { get; } = start;

        /// <summary>The states after each branch.</summary>
        public List<HtmlState> Ends { get; } = [];
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
        if (_html.Kind == HtmlKind.BeforeValue)
            _html = _html with { Kind = HtmlKind.Value, Word = "", Quote = '\0', Url = HtmlContext.Url };
        var place = FindPlace();
        if (place.Context == HtmlContext.None)
            Report(span, IsScript() ? HtmlMessages.ValueInScript() : HtmlMessages.ValueInTag());
        if (_html is { Kind: HtmlKind.Value, Url: HtmlContext.Url })
            _html = _html with { Url = HtmlContext.UrlPath, Word = HtmlState.Unknown };
        return place;
    }

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
        HtmlState? joined = isExhaustive || branches.Ends.Count == 0 ? null : branches.Start;
        foreach (var end in branches.Ends)
        {
            if (joined is { } before && HtmlState.Join(before, end) is null)
            {
                Report(start, HtmlMessages.BranchesDiffer());
                break;
            }

            joined = joined is { } state ? HtmlState.Join(state, end) : end;
        }

        _html = joined ?? branches.Start;
    }

    private void CheckHtmlAtEnd()
    {
        if (_options.Html && _html.Kind is not (HtmlKind.Text or HtmlKind.TagOpen) && _errors.Count == 0)
            Report(_tokens[^1], HtmlMessages.EndsInside());
    }
}
