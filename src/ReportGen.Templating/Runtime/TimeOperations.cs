using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Runtime;

/// <summary>Adding and subtracting dates and durations.</summary>
internal static class TimeOperations
{
    public static bool TryEvaluate(ScriptBinaryOperator op, object left, object right, out object? result)
    {
        try
        {
            result = (op, left, right) switch
            {
                (ScriptBinaryOperator.Subtract, DateTime a, DateTime b) => a - b,
                (ScriptBinaryOperator.Subtract, DateTime a, TimeSpan b) => a - b,
                (ScriptBinaryOperator.Add, DateTime a, TimeSpan b) => a + b,
                (ScriptBinaryOperator.Add, TimeSpan a, DateTime b) => b + a,
                (ScriptBinaryOperator.Add, TimeSpan a, TimeSpan b) => a + b,
                (ScriptBinaryOperator.Subtract, TimeSpan a, TimeSpan b) => a - b,
                _ => null,
            };
        }
        catch (Exception error) when (error is OverflowException or ArgumentOutOfRangeException)
        {
            result = null;
        }

        return result is not null;
    }
}
