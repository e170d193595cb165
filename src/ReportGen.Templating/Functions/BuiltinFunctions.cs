using System.Globalization;
using ReportGen.Templating.Functions.Dates;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

/// <summary>The libraries of built-in functions as one object: <c>string</c>, <c>array</c>, <c>date</c> …</summary>
public class BuiltinFunctions : ScriptObject
{
    private const string DateFormat = "format";
    private const int LongestPattern = 1000;

    private static readonly IncludeFunction s_include = new();
    private static readonly IncludeJoinFunction s_includeJoin = new();

    private readonly FunctionLibrary _dates = new("date", typeof(DateTimeFunctions));

    /// <summary>All libraries. Cheap: functions are looked up when first used.</summary>
    public BuiltinFunctions()
    {
        Add(new FunctionLibrary("array", typeof(ArrayFunctions)));
        Add(new FunctionLibrary("figure", typeof(FigureFunctions)));
        Add(new FunctionLibrary("html", typeof(HtmlFunctions)));
        Add(new FunctionLibrary("math", typeof(MathFunctions)));
        Add(new FunctionLibrary("object", typeof(ObjectFunctions)));
        Add(new FunctionLibrary("regex", typeof(RegexFunctions)));
        Add(new FunctionLibrary("string", typeof(StringFunctions)));
        Add(new FunctionLibrary("timespan", typeof(TimeSpanFunctions)));
        _dates.SetValue("default_format", DateFormatter.DefaultPattern, readOnly: true);
        _dates.SetValue(DateFormat, DateFormatter.DefaultPattern);
        Add(_dates);
        SetValue("include", s_include, readOnly: true);
        SetValue("include_join", s_includeJoin, readOnly: true);
        SetValue("empty", EmptyScriptObject.Default, readOnly: true);
    }

    private void Add(FunctionLibrary library) => SetValue(library.Name, library);

    /// <summary>A date as it prints in <paramref name="context"/>: by <c>date.format</c> and the context's culture.</summary>
    public virtual string FormatDate(TemplateContext context, DateTime date) =>
        FormatDate(context, date, null, context.CurrentCulture);

    /// <summary>
    /// A date by a pattern of <c>%</c> codes, at most 1000 characters long; null, and <c>%g</c> alone, stand for
    /// <c>date.format</c>.
    /// </summary>
    public virtual string FormatDate(TemplateContext context, DateTime date, string? pattern, CultureInfo culture)
    {
        if (pattern is null or "%g")
        {
            var usual = _dates[DateFormat] as string ?? DateFormatter.DefaultPattern;
            pattern = pattern is null ? usual : $"{pattern} {usual}";
        }
        if (pattern.Length > LongestPattern)
            throw FunctionMessages.BadFormat(context.CurrentSpan, "date.to_string", pattern);
        return DateFormatter.Format(date, pattern, culture);
    }
}
