namespace ReportGen.Templating.Html;

/// <summary>
/// Finds for every value that a template prints the place in the HTML where it stands, and puts a
/// <see cref="PrintStatement"/> into the syntax tree. What it overlooks is escaped as text by the context.
/// </summary>
internal sealed class HtmlPlacement
{
    private const int MaxErrors = 50;

    private readonly string _text;
    private readonly string _path;
    private readonly ImmutableArray<TemplateError>.Builder _errors = ImmutableArray.CreateBuilder<TemplateError>();
    private HtmlState _html = new(HtmlKind.Text);

    private HtmlPlacement(string text, string path) => (_text, _path) = (text, path);

    /// <summary>Places the values of a page.</summary>
    /// <returns>The errors: values where none may stand, branches that end in different places.</returns>
    public static ImmutableArray<TemplateError> Place(ScriptBlockStatement page, string text, string path)
    {
        var placement = new HtmlPlacement(text, path);
        placement.Visit(page);
        placement.CheckEnd();
        return placement._errors.ToImmutable();
    }

    private void Visit(ScriptNode? node)
    {
        switch (node)
        {
            case null:
                break;
            case ScriptRawStatement raw:
                _html = HtmlScanner.Advance(_html, raw.Text.ToString());
                break;
            case ScriptBlockStatement block:
                VisitBlock(block);
                break;
            case ScriptIfStatement choice:
                VisitFunctions(choice.Condition);
                VisitBranches(choice, choice.Then, choice.Else);
                break;
            case ScriptCaseStatement choice:
                VisitFunctions(choice.Value);
                VisitCase(choice);
                break;
            case ScriptForStatement loop:
                VisitFunctions(loop.Iterator);
                VisitLoop(loop, loop.Body, loop.Else?.Body);
                break;
            case ScriptWhileStatement loop:
                VisitFunctions(loop.Condition);
                VisitLoop(loop, loop.Body, null);
                break;
            case ScriptCaptureStatement capture:
                VisitApart(capture, capture.Body);
                break;
            case ScriptWrapStatement wrap:
                VisitFunctions(wrap.Target);
                if (_html.Kind != HtmlKind.Text)
                    Report(wrap.Span, Messages.WrapInTag());
                VisitApart(wrap, wrap.Body);
                break;
            case ScriptWithStatement with:
                VisitFunctions(with.Name);
                Visit(with.Body);
                break;
            case ScriptFunction function:
                VisitApart(function, function.Body);
                break;
            default:
                VisitFunctions(node);
                break;
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

    /// <summary>The bodies of functions within an expression.</summary>
    private void VisitFunctions(ScriptNode? expression)
    {
        if (expression is null)
            return;
        for (var i = 0; i < expression.ChildrenCount; i++)
        {
            if (expression.GetChildren(i) is ScriptFunction function)
                VisitApart(function, function.Body);
            else
                VisitFunctions(expression.GetChildren(i));
        }
    }

    private void VisitBranches(ScriptNode statement, ScriptBlockStatement? then, ScriptConditionStatement? otherwise)
    {
        var branches = new HtmlBranches(_html);
        VisitBranch(branches, then);
        while (otherwise is ScriptIfStatement next)
        {
            VisitFunctions(next.Condition);
            VisitBranch(branches, next.Then);
            otherwise = next.Else;
        }

        if (otherwise is ScriptElseStatement last)
            VisitBranch(branches, last.Body);
        Join(statement, branches, isExhaustive: otherwise is ScriptElseStatement);
    }

    private void VisitCase(ScriptCaseStatement choice)
    {
        var branches = new HtmlBranches(_html);
        var isExhaustive = false;
        foreach (var first in choice.Body?.Statements ?? [])
        {
            for (ScriptStatement? branch = first; branch is not null; branch = (branch as ScriptWhenStatement)?.Next)
            {
                isExhaustive |= branch is ScriptElseStatement;
                VisitBranch(branches, (branch as ScriptWhenStatement)?.Body ?? (branch as ScriptElseStatement)?.Body ?? (ScriptNode)branch);
            }
        }

        Join(choice, branches, isExhaustive);
    }

    private void VisitLoop(ScriptNode statement, ScriptBlockStatement? body, ScriptBlockStatement? otherwise)
    {
        var branches = new HtmlBranches(_html);
        VisitBranch(branches, body);
        if (otherwise is not null)
            VisitBranch(branches, otherwise);
        Join(statement, branches, isExhaustive: false);
    }

    private void VisitBranch(HtmlBranches branches, ScriptNode? body)
    {
        _html = branches.Start;
        Visit(body);
        branches.Add(_html);
    }

    private void Join(ScriptNode statement, HtmlBranches branches, bool isExhaustive)
    {
        if (!isExhaustive)
            branches.Add(branches.Start);
        if (!branches.Meet)
            Report(statement.Span, Messages.BranchesDiffer());
        _html = branches.End;
    }

    /// <summary>A body whose text may be printed anywhere: it begins and must end in text.</summary>
    private void VisitApart(ScriptNode statement, ScriptNode? body)
    {
        var html = _html;
        _html = new HtmlState(HtmlKind.Text);
        Visit(body);
        if (_html.Kind is not HtmlKind.Text)
            Report(statement.Span, Messages.BlockLeavesText(WordOf(statement)));
        _html = html;
    }

    private static string WordOf(ScriptNode statement) => statement switch
    {
        ScriptCaptureStatement => "capture",
        ScriptWrapStatement => "wrap",
        _ => "func",
    };

    /// <summary>The place where a value is printed; an error where none may stand.</summary>
    private HtmlPlace PlaceOfValue(ScriptNode value)
    {
        var begins = _html.Kind == HtmlKind.BeforeValue;
        if (begins)
            _html = _html with { Kind = HtmlKind.Value, Word = "", Quote = '\0', Url = HtmlContext.Url };
        var place = FindPlace();
        if (place.Context == HtmlContext.None)
            Report(value.Span, Refusal());
        else if (place.Unquoted && _html.Word.StartsWith(HtmlState.Unknown, StringComparison.Ordinal))
            Report(value.Span, Messages.ValueAfterValue());
        if (begins && place.Unquoted)
            _html = _html with { Word = HtmlState.Unknown };
        if (_html is { Kind: HtmlKind.Value, Attribute: AttributeKind.Url, Url: HtmlContext.Url })
            _html = _html with { Url = HtmlContext.UrlPath, Word = HtmlState.Unknown };
        return place with { Begins = begins };
    }

    private TemplateMessage Refusal() => _html.Kind == HtmlKind.Lost
        ? Messages.ValueAfterValue()
        : _html.Kind == HtmlKind.Element || _html.Attribute == AttributeKind.Script ? Messages.ValueInScript() : Messages.ValueInTag();

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

    private void CheckEnd()
    {
        if (_html.Kind is not (HtmlKind.Text or HtmlKind.TagOpen) && _errors.Count == 0)
            Report(Spans.At(_text, _path, _text.Length - 1),
                _html.Kind == HtmlKind.Lost ? Messages.ValueAfterValue() : Messages.EndsInside());
    }

    private void Report(SourceSpan span, TemplateMessage reason)
    {
        if (_errors.Count < MaxErrors)
            _errors.Add(TemplateError.At(Spans.Placed(span, _text, _path), _text, reason, _errors.LastOrDefault()));
    }

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
}
