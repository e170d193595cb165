namespace ReportGen.Templating.Runtime;

/// <summary>Copying of values, safe for data that contains itself.</summary>
internal static class Copies
{
    private const int DeepestCopy = 64;

    [ThreadStatic]
    private static int s_depth;

    /// <summary>A copy of an object or array with all it holds; other values as they are. Below 64 levels values are shared.</summary>
    public static object? Deep(object? value)
    {
        if (s_depth >= DeepestCopy)
            return value;
        s_depth++;
        try
        {
            return value switch
            {
                ScriptArray array => array.Clone(true),
                ScriptObject obj => obj.Clone(true),
                _ => value,
            };
        }
        finally
        {
            s_depth--;
        }
    }
}
