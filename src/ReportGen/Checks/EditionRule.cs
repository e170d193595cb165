using System.Globalization;
using ReportGen.Definitions.Checks;

namespace ReportGen.Checks;

/// <summary>The form that the report's year demands.</summary>
internal static class EditionRule
{
    public static void Run(EditionCheck check, CheckContext context)
    {
        if (context.Report.Year is not { } year || context.Kind.IsFor(year)) return;
        var values = new Values().With("edition", context.Report.Edition).With("year", year.ToString(CultureInfo.InvariantCulture));
        var place = context.Report.Tables.Select(t => t.Location).FirstOrDefault(l => l is not null);
        context.Add(check.Header, new Finding(place, values));
    }
}
