namespace ReportGen.Rules.Text;

/// <summary>Round brackets in a text whose widths are folded.</summary>
internal static class Brackets
{
    /// <summary>How many brackets that opened since <paramref name="start"/> are open at <paramref name="at"/>.</summary>
    public static int Depth(string text, int start, int at)
    {
        var depth = 0;
        for (var i = start; i < at; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')' && depth > 0) depth--;
        }

        return depth;
    }

    /// <summary>Where the bracket closes in which <paramref name="at"/> stands; <paramref name="end"/> when it does not.</summary>
    public static int Close(string text, int at, int end)
    {
        var depth = 0;
        for (var i = at; i < end; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')' && depth-- == 0) return i;
        }

        return end;
    }
}
