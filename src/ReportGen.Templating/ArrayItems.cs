using Scriban.Runtime.Accessors;

namespace ReportGen.Templating;

/// <summary>Accesses array items. Scriban's own accessor writes to read-only arrays too.</summary>
internal sealed class ArrayItems : IListAccessor
{
    /// <summary>The shared instance.</summary>
    public static readonly ArrayItems Instance = new();

    public int GetLength(TemplateContext context, SourceSpan span, object target) => ((ScriptArray)target).Count;

    public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) =>
        ListAccessor.Default.GetValue(context, span, target, index);

    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value)
    {
        if (((ScriptArray)target).IsReadOnly) throw new TemplateException(span, Messages.ReadOnly());
        ((RenderContext)context).CheckCount(span, index + 1L);
        ListAccessor.Default.SetValue(context, span, target, index, value);
    }
}
