using System.Collections;
using Scriban.Runtime.Accessors;

namespace ReportGen.Templating;

public sealed partial class RenderContext
{
    private readonly List<IScriptObject> _globals = [];

    /// <summary>Makes the members of an object visible as variables, with precedence over existing ones.</summary>
    /// <param name="scope">The object. The last one pushed receives the variables that the template assigns.</param>
    public new void PushGlobal(IScriptObject scope)
    {
        _globals.Add(scope);
        base.PushGlobal(scope);
    }

    /// <inheritdoc/>
    public override bool ToBool(SourceSpan span, object? value) => base.ToBool(span, ISourcedValue.Plain(value));

    /// <inheritdoc/>
    public override int ToInt(SourceSpan span, object? value) => base.ToInt(span, ToPlainValue(value));

    /// <inheritdoc/>
    public override object? ToObject(SourceSpan span, object? value, Type destinationType) =>
        destinationType.IsInstanceOfType(value) ? value : base.ToObject(span, ToPlainValue(value), destinationType);

    /// <inheritdoc/>
    public override string? ObjectToString(object? value, bool nested = false) => ISourcedValue.Plain(value) switch
    {
        HtmlString html => base.ObjectToString(IsHtml ? html.Text : html.Html, nested),
        decimal number when UsesDecimals => FigureText.Plain(number, CurrentCulture),
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
        ISourcedValue or HtmlString or DateTime or TimeSpan or KeyValuePair<string, object?> => ValueAccessor.Instance,
        IScriptObject or string or IList or IDictionary => base.GetMemberAccessorImpl(target),
        _ => NullAccessor.Default,
    };

    /// <inheritdoc/>
    protected override IListAccessor? GetListAccessorImpl(object target, Type type) => target switch
    {
        ISourcedValue or HtmlString => ValueAccessor.Instance,
        ScriptArray => ArrayItems.Instance,
        _ => base.GetListAccessorImpl(target, type),
    };
}
