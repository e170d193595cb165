using System.Text;
using ReportGen.Templating.Functions;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating;

/// <summary>
/// One rendering: its settings, variables, output and limits. Make a new one for every rendering; not thread-safe.
/// </summary>
public partial class TemplateContext
{
    private readonly StringBuilder _output = new();

    /// <summary>A context with the built-in functions.</summary>
    public TemplateContext()
        : this(new BuiltinFunctions())
    {
    }

    /// <summary>A context with other built-in functions.</summary>
    public TemplateContext(BuiltinFunctions builtinObject) => BuiltinObject = builtinObject;

    /// <summary>The built-in functions; templates may override them in this context only.</summary>
    public BuiltinFunctions BuiltinObject { get; }

    /// <summary>The place that runs now.</summary>
    public SourceSpan CurrentSpan { get; private set; }

    /// <summary>Writes text as it is, without escaping.</summary>
    /// <exception cref="ScriptRuntimeException">The output is over <see cref="OutputLimit"/>.</exception>
    public void Write(string text)
    {
        if (_output.Length + (long)text.Length > OutputLimit)
            throw new ScriptRuntimeException(CurrentSpan, RuntimeMessages.OutputTooLong(OutputLimit));
        _output.Append(text);
    }

    /// <summary>Calls a function value, as <c>array.each</c> does with its argument.</summary>
    /// <param name="span">The place for messages.</param>
    /// <param name="function">A value of <see cref="IScriptCustomFunction"/>.</param>
    /// <param name="arguments">The arguments in order.</param>
    /// <exception cref="ScriptRuntimeException">It is no function, or it fails.</exception>
    public object? CallFunction(SourceSpan span, object? function, params object?[] arguments)
    {
        if (function is not IScriptCustomFunction callable)
            throw new ScriptRuntimeException(span, RuntimeMessages.CannotConvert(TypeName(function), "", "function"));
        EnterCall(span);
        try
        {
            return callable.Invoke(this, new ScriptCallSite(span), new ScriptArray(arguments), null);
        }
        finally
        {
            LeaveCall();
        }
    }
}
