namespace ReportGen.Templating.Html;

/// <summary>An expression whose value is printed at a known place in HTML.</summary>
internal sealed class PrintStatement : ScriptExpressionStatement
{
    private readonly HtmlPlace _place;

    /// <summary>Creates the replacement of <paramref name="statement"/> in a syntax tree.</summary>
    public PrintStatement(ScriptExpressionStatement statement, HtmlPlace place)
    {
        var expression = statement.Expression;
        statement.Expression = null;
        Expression = expression;
        Span = statement.Span;
        _place = place;
    }

    public override object? Evaluate(TemplateContext context)
    {
        if (!context.EnableOutput || context is not RenderContext render) return base.Evaluate(context);
        if (_place.Context == HtmlContext.Text) render.WriteValue(base.Evaluate(context), _place);
        else WriteEscapedTwice(render);
        return null;
    }

    /// <summary>Functions print text that is escaped for HTML text; that is escaped again for this place.</summary>
    private void WriteEscapedTwice(RenderContext context)
    {
        var printed = context.Printed(() => base.Evaluate(context), out var value);
        if (printed.Length > 0) context.WriteValue(new HtmlString(printed), _place);
        context.WriteValue(value, printed.Length > 0 ? _place with { Begins = false } : _place);
    }
}
