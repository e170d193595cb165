using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Functions;

/// <summary>A static method as a function of the language. Immutable and shared by all contexts.</summary>
internal sealed class BoundFunction : IScriptCustomFunction
{
    private readonly MethodInfo _method;
    private readonly Lazy<Binding> _binding;

    public BoundFunction(string name, MethodInfo method)
    {
        Name = name;
        _method = method;
        _binding = new Lazy<Binding>(() => new Binding(method));
    }

    public string Name { get; }

    public bool IsBeyondScriban => _method.IsDefined(typeof(BeyondScribanAttribute));

    public IReadOnlyList<ScriptParameterInfo> Parameters => _binding.Value.Parameters;

    public object? Invoke(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var binding = _binding.Value;
        var values = binding.Convert(context, callerContext.Span, arguments);
        return WithSources(Call(context, callerContext.Span, values), arguments);
    }

    // A mistake passes without being caught: each catch on its way would take room on a stack that may be nearly full.
    private object? Call(TemplateContext context, SourceSpan span, object?[] values)
    {
        try
        {
            return _method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is not ScriptRuntimeException)
        {
            throw Explain(context, span, error);
        }
    }

    private ScriptRuntimeException Explain(TemplateContext context, SourceSpan span, Exception error) => error switch
    {
        RegexMatchTimeoutException => new ScriptRuntimeException(
            span, RuntimeMessages.RegexTimeOut(Name, context.RegexTimeOut.TotalSeconds)),
        _ => new ScriptRuntimeException(span, RuntimeMessages.FunctionFailed(Name, error.Message), error),
    };

    private static object? WithSources(object? result, ScriptArray arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is ISourcedValue)
                return JoinedSources.Keep(result, [.. arguments]);
        }

        return result;
    }

    /// <summary>What reflection tells about the method, read at the first call.</summary>
    private sealed class Binding
    {
        private readonly ParameterInfo[] _all;
        private readonly bool[] _asIs;
        private readonly int _injected;

        public Binding(MethodInfo method)
        {
            _all = method.GetParameters();
            _injected = _all.TakeWhile(p => IsInjected(p.ParameterType)).Count();
            _asIs = Array.ConvertAll(_all[_injected..], p => p.IsDefined(typeof(AsIsAttribute)));
            Parameters = [.. _all.Skip(_injected).Select(Describe)];
        }

        public ScriptParameterInfo[] Parameters { get; }

        public object?[] Convert(TemplateContext context, SourceSpan span, ScriptArray arguments)
        {
            var values = new object?[_all.Length];
            for (var i = 0; i < _injected; i++)
                values[i] = _all[i].ParameterType == typeof(TemplateContext) ? context : span;
            for (var i = 0; i < Parameters.Length; i++)
                values[_injected + i] = Parameters[i].TakesRest
                    ? Rest(context, span, arguments, i)
                    : One(context, span, arguments, i);
            return values;
        }

        private object? One(TemplateContext context, SourceSpan span, ScriptArray arguments, int i)
        {
            if (i >= arguments.Count)
                return Parameters[i].DefaultValue;
            return _asIs[i] ? arguments[i] : context.ToObject(span, arguments[i], Parameters[i].ParameterType);
        }

        private Array Rest(TemplateContext context, SourceSpan span, ScriptArray arguments, int start)
        {
            var type = Parameters[start].ParameterType;
            var rest = Array.CreateInstanceFromArrayType(_all[^1].ParameterType, Math.Max(0, arguments.Count - start));
            for (var i = 0; i < rest.Length; i++)
            {
                var argument = arguments[start + i];
                rest.SetValue(_asIs[start] ? argument : context.ToObject(span, argument, type), i);
            }

            return rest;
        }

        private static bool IsInjected(Type type) => type == typeof(TemplateContext) || type == typeof(SourceSpan);

        private static ScriptParameterInfo Describe(ParameterInfo parameter)
        {
            var rest = parameter.IsDefined(typeof(ParamArrayAttribute));
            var type = rest ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
            var name = StandardMemberRenamer.Rename(parameter.Name!);
            return new ScriptParameterInfo(name, type, parameter.IsOptional || rest, Default(parameter), rest);
        }

        private static object? Default(ParameterInfo parameter) =>
            parameter.HasDefaultValue ? parameter.DefaultValue : null;
    }
}
