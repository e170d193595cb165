namespace ReportGen.Templating.Html;

/// <summary>
/// Determines the place in the HTML of every value that a template prints, and replaces its statement by a
/// <see cref="PrintStatement"/>. Values not found this way are escaped as text by the context.
/// </summary>
internal sealed class HtmlPlacement(SourceText source)
{
    private readonly ImmutableArray<TemplateError>.Builder _errors = ImmutableArray.CreateBuilder<TemplateError>();
    private HtmlState _html = new(HtmlKind.Text);

    /// <summary>Determines the places of the values of a page, once.</summary>
    /// <param name="page">The statements, which are changed.</param>
    /// <returns>The errors: values where none may be printed, branches that end in different places.</returns>
    public ImmutableArray<TemplateError> Place(ScriptBlockStatement page)
    {
        Visit(page);
        if (_html.Kind is not (HtmlKind.Text or HtmlKind.TagOpen) && _errors.Count == 0)
            _errors.Add(source.ErrorAtEnd(_html.Kind == HtmlKind.Lost ? Messages.ValueAfterValue() : Messages.EndsInside()));
        return _errors.ToImmutable();
    }

    private void Visit(ScriptNode? node)
    {
        switch (node)
        {
            case ScriptRawStatement raw: _html = HtmlScanner.Advance(_html, raw.Text.ToString()); break;
            case ScriptBlockStatement block: VisitBlock(block); break;
            case ScriptIfStatement choice: VisitBranches(choice, BranchesOf(choice)); break;
            case ScriptCaseStatement choice:
                VisitFunctions(choice.Value);
                VisitBranches(choice, BranchesOf(choice));
                break;
            case ScriptForStatement loop:
                VisitFunctions(loop.Iterator);
                VisitBranches(loop, loop.Body, loop.Else?.Body, null);
                break;
            case ScriptWhileStatement loop:
                VisitFunctions(loop.Condition);
                VisitBranches(loop, loop.Body, null);
                break;
            case ScriptCaptureStatement capture: VisitIndependently(capture, capture.Body, "capture"); break;
            case ScriptWrapStatement wrap:
                VisitFunctions(wrap.Target);
                if (_html.Kind != HtmlKind.Text) Report(wrap.Span, Messages.WrapInTag());
                VisitIndependently(wrap, wrap.Body, "wrap");
                break;
            case ScriptWithStatement with:
                VisitFunctions(with.Name);
                Visit(with.Body);
                break;
            default: VisitFunctions(node); break;
        }
    }

    private void VisitBlock(ScriptBlockStatement block)
    {
        for (var i = 0; i < block.Statements.Count; i++)
        {
            if (block.Statements[i] is ScriptExpressionStatement { Expression: not (null or ScriptAssignExpression) } printed)
            {
                VisitFunctions(printed.Expression);
                block.Statements[i] = new PrintStatement(printed, PlaceOfValue(printed));
            }
            else
            {
                Visit(block.Statements[i]);
            }
        }
    }

    /// <summary>Visits the bodies of functions: of the node itself, and of those within an expression.</summary>
    private void VisitFunctions(ScriptNode? node)
    {
        if (node is null) return;
        foreach (var (found, _) in SyntaxTree.Walk(node, isLeaf: n => n is ScriptFunction))
        {
            if (found is ScriptFunction function) VisitIndependently(function, function.Body, "func");
        }
    }

    /// <summary>Visits each branch of a statement; null is the path without any of its bodies.</summary>
    private void VisitBranches(ScriptNode statement, params IEnumerable<ScriptNode?> bodies)
    {
        var start = _html;
        var ends = new List<HtmlState>();
        foreach (var body in bodies)
        {
            _html = start;
            Visit(body);
            ends.Add(_html);
        }

        var meeting = ends.Aggregate(
            (HtmlState?)ends[0], (joined, end) => joined is { } place ? HtmlState.Join(place, end) : null);
        if (meeting is null) Report(statement.Span, Messages.BranchesDiffer());
        _html = meeting ?? _html;
    }

    private IEnumerable<ScriptNode?> BranchesOf(ScriptIfStatement choice)
    {
        ScriptConditionStatement? branch = choice;
        for (; branch is ScriptIfStatement next; branch = next.Else)
        {
            VisitFunctions(next.Condition);
            yield return next.Then;
        }

        yield return (branch as ScriptElseStatement)?.Body;
    }

    private static IEnumerable<ScriptNode?> BranchesOf(ScriptCaseStatement choice)
    {
        var hasElse = false;
        foreach (var first in choice.Body?.Statements ?? [])
        {
            for (ScriptStatement? branch = first; branch is not null; branch = (branch as ScriptWhenStatement)?.Next)
            {
                hasElse |= branch is ScriptElseStatement;
                yield return (branch as ScriptWhenStatement)?.Body ?? (branch as ScriptElseStatement)?.Body ?? (ScriptNode)branch;
            }
        }

        if (!hasElse) yield return null;
    }

    /// <summary>Visits a body whose text may be printed anywhere: it begins and must end in text.</summary>
    private void VisitIndependently(ScriptNode statement, ScriptNode? body, string word)
    {
        var html = _html;
        _html = new HtmlState(HtmlKind.Text);
        Visit(body);
        if (_html.Kind is not HtmlKind.Text) Report(statement.Span, Messages.BlockLeavesText(word));
        _html = html;
    }

    /// <summary>The place where a value is printed. Adds an error if none may be printed there.</summary>
    private HtmlPlace PlaceOfValue(ScriptNode value)
    {
        var begins = _html.Kind == HtmlKind.BeforeValue;
        if (begins) _html = _html with { Kind = HtmlKind.Value, Word = "", Quote = '\0' };
        var place = _html.Place;
        if (place.Context == HtmlContext.None) Report(value.Span, WhyNotAllowed());
        else if (place.Unquoted && _html.IsUnknown) Report(value.Span, Messages.ValueAfterValue());
        if (begins && place.Unquoted) _html = _html with { Word = HtmlState.Unknown };
        if (_html is { Kind: HtmlKind.Value, Value: HtmlContext.Url })
            _html = _html with { Value = HtmlContext.UrlPath, Word = HtmlState.Unknown };
        return place with { Begins = begins };
    }

    private TemplateMessage WhyNotAllowed() => _html.Kind switch
    {
        HtmlKind.Lost => Messages.ValueAfterValue(),
        HtmlKind.Element or HtmlKind.Value => Messages.ValueInScript(),
        _ => Messages.ValueInTag(),
    };

    private void Report(SourceSpan span, TemplateMessage reason)
    {
        if (_errors.Count < ReportTemplate.MaxErrors) _errors.Add(source.ErrorAt(span, reason, _errors.LastOrDefault()));
    }
}
