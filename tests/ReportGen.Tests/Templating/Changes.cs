using System.Text;

namespace ReportGen.Tests.Templating;

/// <summary>Makes random changes to a text.</summary>
internal static class Changes
{
    /// <summary>The text with one to five changes: a part deleted, duplicated or replaced, or a piece inserted.</summary>
    public static string Make(string text, IReadOnlyList<string> pieces, Random random)
    {
        var result = new StringBuilder(text);
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var at = random.Next(result.Length + 1);
            var length = Math.Min(random.Next(12), result.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    result.Remove(at, length);
                    break;
                case 1:
                    result.Insert(at, result.ToString(at, length));
                    break;
                case 2:
                    result.Remove(at, length).Insert(at, pieces[random.Next(pieces.Count)]);
                    break;
                default:
                    result.Insert(at, pieces[random.Next(pieces.Count)]);
                    break;
            }
        }

        return result.ToString();
    }
}
