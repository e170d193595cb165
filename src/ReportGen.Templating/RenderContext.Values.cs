using Scriban.Runtime.Accessors;

namespace ReportGen.Templating;

public sealed partial class RenderContext
{
    private const string PlainDecimal = "0.############################";

    private readonly List<IScriptObject> _globals = [];

    /// <summary>Makes the members of <paramref name="scope"/> visible as variables, before all others.</summary>
    public new void PushGlobal(IScriptObject scope)
    {
        _globals.Add(scope);
        base.PushGlobal(scope);
    }

    /// <inheritdoc/>
    public override bool ToBool(SourceSpan span, object? value) => base.ToBool(span, ISourcedValue.Plain(value));

    /// <inheritdoc/>
    public override int ToInt(SourceSpan span, object? value) => base.ToInt(span, Plainest(value));

    /// <inheritdoc/>
    public override object? ToObject(SourceSpan span, object? value, Type destinationType) =>
        destinationType.IsInstanceOfType(value) ? value : base.ToObject(span, Plainest(value), destinationType);

    /// <inheritdoc/>
    public override string? ObjectToString(object? value, bool nested = false) => ISourcedValue.Plain(value) switch
    {
        HtmlString html => base.ObjectToString(IsHtml ? html.Text : html.Html, nested),
        decimal number when UsesDecimals => number.ToString(PlainDecimal, CurrentCulture),
        var plain => base.ObjectToString(plain, nested),
    };

    /// <inheritdoc/>
    public override string GetTypeName(object? value) => ISourcedValue.Plain(value) switch
    {
        HtmlString => "string",
        IScriptCustomFunction => "function",
        ScriptArray => "array",
        IScriptObject => "object",
        var plain => base.GetTypeName(plain),
    };

    /// <summary>Members of the program's own objects are never found by reflection.</summary>
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) => target switch
    {
        ISourcedValue or HtmlString => PlainAccessor.Instance,
        IScriptObject or string or System.Collections.IList or System.Collections.IDictionary => base.GetMemberAccessorImpl(target),
        DateTime or TimeSpan or KeyValuePair<string, object?> => ValueMembers.Instance,
        _ => NullAccessor.Default,
    };

    /// <inheritdoc/>
    protected override IListAccessor? GetListAccessorImpl(object target, Type type) =>
        target is ISourcedValue or HtmlString ? PlainAccessor.Instance : target is ScriptArray ? ArrayItems.Instance : base.GetListAccessorImpl(target, type);

    /// <summary>The items of an array, which Scriban's own accessor sets even where the array is read-only.</summary>
    private sealed class ArrayItems : IListAccessor
    {
        public static readonly ArrayItems Instance = new();

        public int GetLength(TemplateContext context, SourceSpan span, object target) => ((ScriptArray)target).Count;

        public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) =>
            ListAccessor.Default.GetValue(context, span, target, index);

        public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value)
        {
            if (((ScriptArray)target).IsReadOnly)
                throw new TemplateException(span, RuntimeMessages.ReadOnly());
            ((RenderContext)context).CheckCount(span, index + 1L);
            ListAccessor.Default.SetValue(context, span, target, index, value);
        }
    }

    /// <summary>Looks through a sourced value, or HTML, at what it holds.</summary>
    private sealed class PlainAccessor : IObjectAccessor, IListAccessor
    {
        public static readonly PlainAccessor Instance = new();

        public bool HasIndexer => false;

        public Type? IndexType => null;

        public int GetMemberCount(TemplateContext context, SourceSpan span, object target) =>
            Of(context, target, out var plain).GetMemberCount(context, span, plain);

        public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) =>
            Of(context, target, out var plain).GetMembers(context, span, plain);

        public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
            Of(context, target, out var plain).HasMember(context, span, plain, member);

        public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value) =>
            Of(context, target, out var plain).TryGetValue(context, span, plain, member, out value);

        public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

        public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
        {
            value = null;
            return false;
        }

        public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;

        public int GetLength(TemplateContext context, SourceSpan span, object target) =>
            ListOf(context, target, out var plain).GetLength(context, span, plain);

        public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) =>
            ListOf(context, target, out var plain).GetValue(context, span, plain, index);

        public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value) =>
            ListOf(context, target, out var plain).SetValue(context, span, plain, index, value);

        private static IObjectAccessor Of(TemplateContext context, object target, out object plain)
        {
            plain = ((RenderContext)context).Plainest(target) ?? "";
            return context.GetMemberAccessor(plain);
        }

        private static IListAccessor ListOf(TemplateContext context, object target, out object plain)
        {
            plain = ((RenderContext)context).Plainest(target) ?? "";
            return context.GetListAccessor(plain);
        }
    }
}
