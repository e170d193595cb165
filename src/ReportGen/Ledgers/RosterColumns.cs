using System.Text.RegularExpressions;

namespace ReportGen.Ledgers;

/// <summary>Which columns of a list of bodies hold what. A column that is missing is -1.</summary>
/// <param name="Heading">The index of the line with the headings; -1 if there is none.</param>
/// <param name="Name">The column with the names.</param>
/// <param name="Group">The column with the groups.</param>
/// <param name="OtherNames">The column with other names.</param>
/// <param name="Contacts">The columns with contacts.</param>
/// <param name="Deadline">The column with the last days.</param>
internal sealed partial record RosterColumns(
    int Heading, int Name, int Group, int OtherNames, ImmutableArray<int> Contacts, int Deadline)
{
    // The heading may stand below a title and notes.
    private const int MaxLinesBefore = 10;

    private static readonly string[] s_names =
        ["机关全称", "单位名称", "单位全称", "机关名称", "部门名称", "机构名称", "单位", "机关", "部门", "机构", "名称", "name", "body", "agency"];

    private static readonly string[] s_groups =
        ["机关类别", "单位类别", "单位性质", "类别", "分类", "分组", "类型", "性质", "系统", "片区", "group", "category", "type"];

    private static readonly string[] s_otherNames =
        ["简称", "别名", "曾用名", "其他名称", "alias", "aliases", "othernames", "shortname"];

    /// <summary>Finds the columns.</summary>
    /// <param name="lines">The lines of the list.</param>
    /// <returns>
    /// The columns, several if the list stands in several blocks side by side; empty if no column can be the names.
    /// </returns>
    public static ImmutableArray<RosterColumns> Find(IReadOnlyList<RosterLine> lines)
    {
        // A title such as 应报单位 may stand above the heading.
        foreach (var namesOf in new[] { ExactNamesOf, LikelyNamesOf, OnlyNameOf })
        {
            for (var i = 0; i < Math.Min(lines.Count, MaxLinesBefore); i++)
                if (OfHeading(i, lines[i], namesOf) is { IsEmpty: false } found) return found;
        }

        // A heading that says nothing about names: a wrong guess would list numbers as bodies.
        if (lines.Take(MaxLinesBefore).Any(l => l.Values.Values.Any(IsHeadingOfOther))) return [];
        var texts = lines.SelectMany(l => l.Values).Where(v => IsName(v.Value)).Select(v => v.Key).DefaultIfEmpty(-1).Min();
        return texts < 0 ? [] : [new(-1, texts, -1, -1, [], -1)];
    }

    /// <summary>Whether a text can be a body's name: it has a letter, and is no number, date or telephone number.</summary>
    public static bool IsName(string text) => text.Any(char.IsLetter) && !NumberOrDate().IsMatch(Roster.Normalize(text));

    private static ImmutableArray<RosterColumns> OfHeading(
        int index, RosterLine line, Func<List<KeyValuePair<int, string>>, List<int>> namesOf)
    {
        var cells = line.Values.Where(v => v.Value.Length > 0).OrderBy(v => v.Key).ToList();
        var names = namesOf(cells);
        if (names.Count == 0) return [];
        return [.. names.Select((name, block) =>
        {
            var (from, to) = (block == 0 ? 0 : Between(names[block - 1], name), block == names.Count - 1
                ? int.MaxValue : Between(name, names[block + 1]));
            var own = cells.Where(c => c.Key >= from && c.Key < to && c.Key != name).ToList();
            return new RosterColumns(index, name, First(own, IsGroup), First(own, IsOtherNames),
                [.. own.Where(c => IsContact(c.Value)).Select(c => c.Key)], First(own, IsDeadline));
        })];

        // A block begins with the number of the line.
        int Between(int before, int name) => cells.Where(c => c.Key > before && c.Key < name && IsNumber(c.Value))
            .Select(c => c.Key).DefaultIfEmpty(name).First();
    }

    private static List<int> ExactNamesOf(List<KeyValuePair<int, string>> cells) =>
        s_names.Select(heading => cells.Where(c => Is(c.Value, heading)).Select(c => c.Key).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];

    // A heading such as 报送单位（全称）, or the only one that is not known to be another.
    private static List<int> LikelyNamesOf(List<KeyValuePair<int, string>> cells)
    {
        var left = cells.Where(c => !IsOther(c.Value)).ToList();
        if (left.Count == cells.Count) return [];
        var likely = left.Where(c => NameHeading().IsMatch(Roster.Normalize(c.Value))).ToList();
        return likely.Count > 0 ? [likely[0].Key] : left.Count == 1 ? [left[0].Key] : [];
    }

    private static List<int> OnlyNameOf(List<KeyValuePair<int, string>> cells) =>
        cells.Count == 1 && SingleHeading().IsMatch(Roster.Normalize(cells[0].Value)) ? [cells[0].Key] : [];

    private static int First(List<KeyValuePair<int, string>> cells, Func<string, bool> isWanted) =>
        cells.Where(c => isWanted(c.Value)).Select(c => c.Key).DefaultIfEmpty(-1).First();

    private static bool IsOther(string text) => IsNumber(text) || IsGroup(text) || IsOtherNames(text) || IsContact(text)
        || IsDeadline(text) || Remark().IsMatch(Roster.Normalize(text));

    private static bool IsHeadingOfOther(string text) => IsOther(text) && Roster.Normalize(text).Length <= 8;

    private static bool IsNumber(string text) => Number().IsMatch(Roster.Normalize(text));

    private static bool IsGroup(string text) =>
        s_groups.Any(g => Is(text, g)) || GroupHeading().IsMatch(Roster.Normalize(text));

    private static bool IsOtherNames(string text) => s_otherNames.Any(o => Is(text, o));

    private static bool IsContact(string text) => Contact().IsMatch(Roster.Normalize(text));

    private static bool IsDeadline(string text) => Deadlines().IsMatch(Roster.Normalize(text));

    private static bool Is(string text, string heading) =>
        Roster.Normalize(text).Equals(heading, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^(序号|编号|代码|序|号|no\\.?|#|id|number)$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex("名称|全称|单位|机关|部门|机构|主体|agency|body|office", RegexOptions.IgnoreCase)]
    private static partial Regex NameHeading();

    [GeneratedRegex("^.{0,4}(名称|全称|单位|机构|主体)$")]
    private static partial Regex SingleHeading();

    [GeneratedRegex("(类别|分类|类型|性质|分组|组别)$")]
    private static partial Regex GroupHeading();

    [GeneratedRegex("^(联系|经办|电话|手机|座机|邮箱|电子邮|责任人|负责人|contact|phone|tel|e-?mail|mobile)|(电话|联系人|经办人|邮箱)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Contact();

    [GeneratedRegex("截止|时限|期限|deadline|due", RegexOptions.IgnoreCase)]
    private static partial Regex Deadlines();

    [GeneratedRegex("^(备注|说明|地址|网址|状态|是否.*|remarks?|notes?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Remark();

    [GeneratedRegex("^[-0-9.,:/()+年月日 ]+$")]
    private static partial Regex NumberOrDate();
}
