using Scriban.Runtime.Accessors;

namespace ReportGen.Templating;

/// <summary>The items of an array, which Scriban's own accessor sets even where the array is read-only.</summary>
internal sealed class ArrayItems : IListAccessor
{
    /// <summary>The accessor.</summary>
    public static readonly ArrayItems Instance = new();

    public int GetLength(TemplateContext context, SourceSpan span, object target) => ((ScriptArray)target).Count;

    public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) =>
        ListAccessor.Default.GetValue(context, span, target, index);

    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value)
    {
        if (((ScriptArray)target).IsReadOnly)
            throw new TemplateException(span, Messages.ReadOnly());
        ((RenderContext)context).CheckCount(span, index + 1L);
        ListAccessor.Default.SetValue(context, span, target, index, value);
    }
}
