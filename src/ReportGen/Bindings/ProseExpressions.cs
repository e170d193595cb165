using System.Collections;
using ReportGen.Model;
using ReportGen.Templating;
using ReportGen.Templating.Sources;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportGen.Bindings;

/// <summary>Evaluates the expressions in the prose of one report, one block after another.</summary>
internal sealed class ProseExpressions
{
    private readonly ReadValues _readValues = new();
    private readonly RenderContext _context;
    private readonly Report _report;

    /// <summary>Creates an evaluator over <paramref name="report"/>.</summary>
    public ProseExpressions(Report report)
    {
        _report = report;
        _context = new RenderContext(PureLibrary.Functions())
        {
            AutoIndent = false,
            EnableOutput = false,
            LoopLimit = 2_000,
            RecursiveLimit = 16,
            StepLimit = 200_000,
            CollectionLimit = 2_000,
            LimitToString = 20_000,
            ObjectRecursionLimit = 4,
            AllocationLimit = 64 << 20,
            TimeLimit = TimeSpan.FromSeconds(2),
            RegexTimeOut = TimeSpan.FromMilliseconds(100),
        };
        _context.PushGlobal(new ReportScope(report, _readValues));
    }

    /// <summary>A block's text with its expressions evaluated, and their errors.</summary>
    public (BoundText Text, ImmutableArray<Diagnostic> Errors) Evaluate(Block block)
    {
        if (ProseSyntax.FindExcess(block.Text) is { } excess)
            return (BoundText.Plain(block.Text), [ProseMessages.TooLong(block, excess)]);
        var template = ReportTemplate.Parse(block.Text, "prose");
        var errors = template.Errors.Select(m => ProseMessages.Wrong(block, m.Span, m.Reason)).ToList();
        var text = new BlockText(block.Text);
        foreach (var node in template.Statements)
        {
            if (node is ScriptRawStatement raw) text.AddRaw(raw.Text.Index, raw.Text.ToString());
            else if (!node.CanSkipEvaluation && Evaluate(block, node, errors) is { } figure)
                text.AddFigure(node.Span, figure, [.. _readValues.Values]);
        }

        return errors.Count > 0 ? (BoundText.Plain(block.Text), [.. errors]) : (text.ToBoundText(), []);
    }

    private string? Evaluate(Block block, ScriptStatement node, List<Diagnostic> errors)
    {
        if (!ProseSyntax.IsReference(node))
        {
            errors.Add(ProseMessages.NotAnExpression(block, node.Span));
            return null;
        }

        try
        {
            _readValues.Clear();
            var value = _context.Evaluate(node);
            if (CheckValue(block, node, ISourcedValue.Plain(value)) is not { } invalid) return _context.ToText(value);
            errors.Add(invalid);
        }
        catch (ScriptRuntimeException error)
        {
            errors.Add(ProseMessages.Wrong(block, error.Span, _context.Describe(error).Reason));
        }

        return null;
    }

    private Diagnostic? CheckValue(Block block, ScriptNode node, object? value)
    {
        if (_readValues.Values.FirstOrDefault(v => v.Value is null) is { } missing)
            return ProseMessages.NoFigure(block, node.Span, missing, _report);
        return value switch
        {
            null => ProseMessages.Nothing(block, node.Span),
            string => null,
            IScriptObject or IEnumerable =>
                ProseMessages.NotAFigure(block, node.Span, (value as ReadOnlyScope)?.GetMembers() ?? []),
            _ => null,
        };
    }

    /// <summary>Builds a block's text piece by piece and records the origin of each.</summary>
    private sealed class BlockText(string source)
    {
        private readonly StringBuilder _text = new(source.Length);
        private readonly List<BoundFigure> _figures = [];
        private int _sourceAt;

        public void AddRaw(int start, string text)
        {
            if (_figures.Count > 0 && start > _sourceAt)
                _figures[^1] = _figures[^1] with { Source = Between(_figures[^1].Source.Start, start) };
            _text.Append(text);
            _sourceAt = start + text.Length;
        }

        public void AddFigure(SourceSpan span, string figure, ImmutableArray<ISourcedValue> values)
        {
            var close = source.IndexOf("}}", span.End.Offset, StringComparison.Ordinal);
            var end = close < 0 ? source.Length : close + 2;
            _figures.Add(new BoundFigure(new TextSpan(_text.Length, figure.Length), Between(_sourceAt, end), values));
            _text.Append(figure);
            _sourceAt = end;
        }

        public BoundText ToBoundText() => new() { Text = _text.ToString(), Figures = [.. _figures] };

        private static TextSpan Between(int start, int end) => new(start, Math.Max(0, end - start));
    }
}
