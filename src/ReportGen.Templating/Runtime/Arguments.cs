using ReportGen.Templating.Parsing;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Runtime;

/// <summary>Puts the arguments of a call in the order of the parameters.</summary>
internal static class Arguments
{
    public static ScriptArray Arrange(
        SourceSpan span, string function, IReadOnlyList<ScriptParameterInfo> parameters, ScriptArray given)
    {
        var named = ((IScriptObject)given).Count;
        var hasRest = parameters.Count > 0 && parameters[^1].TakesRest;
        var tooMany = given.Count + named > parameters.Count && !hasRest;
        if (tooMany || (named > 0 && FindUnknown(parameters, given) is not null))
            throw Mismatch(span, function, parameters, given);
        if (named == 0 && given.Count >= parameters.Count)
            return given;
        return Fill(span, function, parameters, given);
    }

    private static ScriptArray Fill(
        SourceSpan span, string function, IReadOnlyList<ScriptParameterInfo> parameters, ScriptArray given)
    {
        var result = new ScriptArray(given);
        for (var i = 0; i < parameters.Count && !parameters[i].TakesRest; i++)
        {
            var isNamed = TryGetNamed(given, parameters[i].Name, out var value);
            if (i < given.Count && !isNamed)
                continue;
            if (i < given.Count || (!isNamed && !parameters[i].IsOptional))
                throw Mismatch(span, function, parameters, given);
            result.Add(isNamed ? value : parameters[i].DefaultValue);
        }

        return result;
    }

    private static bool TryGetNamed(ScriptArray given, string parameter, out object? value)
    {
        value = null;
        return ((IScriptObject)given).Count > 0
            && given.ScriptObject.GetMembers().FirstOrDefault(name => Names(name, parameter)) is { } argument
            && given.ScriptObject.TryGetValue(argument, out value);
    }

    // Scriban's manual writes some names in camelCase (startIndex), others in snake_case (input_pattern).
    private static bool Names(string argument, string parameter) =>
        argument == parameter || StandardMemberRenamer.Rename(argument) == parameter;

    private static string? FindUnknown(IReadOnlyList<ScriptParameterInfo> parameters, ScriptArray given) =>
        given.ScriptObject.GetMembers().FirstOrDefault(name => parameters.All(p => !Names(name, p.Name) || p.TakesRest));

    private static ScriptRuntimeException Mismatch(
        SourceSpan span, string function, IReadOnlyList<ScriptParameterInfo> parameters, ScriptArray given)
    {
        if (FindUnknown(parameters, given) is { } unknown)
            return new ScriptRuntimeException(span, RuntimeMessages.UnknownArgument(
                function, unknown, Suggestions.For(unknown, parameters.Select(p => p.Name))));
        var count = given.Count + ((IScriptObject)given).Count;
        return new ScriptRuntimeException(span, RuntimeMessages.WrongArgumentCount(
            function, count, parameters.Count(p => !p.IsOptional), parameters));
    }
}
