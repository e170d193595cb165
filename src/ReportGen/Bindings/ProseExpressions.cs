using System.Collections;
using System.Collections.Immutable;
using System.Text;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Templating;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Bindings;

/// <summary>Evaluates the expressions in the prose of one report, one block after another.</summary>
internal sealed class ProseExpressions
{
    private readonly ReadTrace _trace = new();
    private readonly TemplateContext _context;

    /// <summary>Expressions over <paramref name="report"/>.</summary>
    public ProseExpressions(Report report)
    {
        _context = new TemplateContext(PureLibrary.Functions())
        {
            AutoIndent = false,
            LoopLimit = 200,
            RecursiveLimit = 16,
            StepLimit = 200_000,
            CollectionLimit = 2_000,
            LimitToString = 20_000,
            ObjectRecursionLimit = 4,
            TimeLimit = TimeSpan.FromSeconds(2),
            RegexTimeOut = TimeSpan.FromMilliseconds(100),
        };
        _context.PushGlobal(new ReportScope(report, _trace));
    }

    /// <summary>A block's text with its expressions worked out, and what is wrong with them.</summary>
    public (BoundText Text, ImmutableArray<Diagnostic> Mistakes) Evaluate(Block block)
    {
        var template = Template.Parse(block.Text, "prose");
        var mistakes = template.Messages.Select(m => ProseMessages.Wrong(block, m.Span, m.Reason)).ToList();
        var text = new BlockText(block.Text);
        foreach (var node in template.HasErrors ? [] : template.Page.Statements)
        {
            if (node is ScriptRawStatement)
                text.AddRaw(node.Span.Start.Offset, Print(node));
            else if (Evaluate(block, node, mistakes) is { } figure)
                text.AddFigure(node.Span, figure, [.. _trace.Values]);
        }

        return mistakes.Count > 0 ? (BoundText.Plain(block.Text), [.. mistakes]) : (text.ToBoundText(), []);
    }

    private string? Evaluate(Block block, ScriptNode node, List<Diagnostic> mistakes)
    {
        if (node is not ScriptExpressionStatement)
        {
            mistakes.Add(ProseMessages.NotAnExpression(block, node.Span));
            return null;
        }

        try
        {
            _trace.Clear();
            _context.EnableOutput = false;
            var value = _context.Evaluate(node);
            if (Mistake(block, node, TemplateContext.Unwrap(value)) is not { } mistake)
                return _context.ObjectToString(value);
            mistakes.Add(mistake);
        }
        catch (ScriptRuntimeException error)
        {
            mistakes.Add(ProseMessages.Wrong(block, error.Span, error.Reason));
        }

        return null;
    }

    private Diagnostic? Mistake(Block block, ScriptNode node, object? value)
    {
        if (_trace.Values.FirstOrDefault(v => v.Value is null) is { } missing)
            return ProseMessages.NoFigure(block, node.Span, missing);
        return value switch
        {
            null => ProseMessages.Nothing(block, node.Span),
            string => null,
            IScriptObject or IEnumerable => ProseMessages.NotAFigure(block, node.Span, (value as ReadOnlyScope)?.GetMembers() ?? []),
            _ => null,
        };
    }

    private string Print(ScriptNode raw)
    {
        _context.EnableOutput = true;
        _context.PushOutput();
        try
        {
            _context.Evaluate(raw);
        }
        finally
        {
            _context.EnableOutput = false;
        }

        return _context.PopOutput();
    }

    /// <summary>Puts a block's text together, piece by piece, remembering where each came from.</summary>
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
