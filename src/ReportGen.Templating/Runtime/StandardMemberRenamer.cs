using System.Text;

namespace ReportGen.Templating.Runtime;

/// <summary>Names of C# members as templates write them: <c>ToInt</c> is <c>to_int</c>.</summary>
public static class StandardMemberRenamer
{
    /// <summary>
    /// The snake_case form: an underscore before a capital that follows a small letter or digit or that begins a word
    /// after a run of capitals (<c>HTMLText</c> is <c>html_text</c>).
    /// </summary>
    public static string Rename(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && BeginsWord(name, i))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static bool BeginsWord(string name, int i) =>
        !char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]));
}
