using System.Text.RegularExpressions;

namespace ReportGen.Workbooks.Mapping;

/// <summary>How loosely labels are compared.</summary>
internal enum LabelLooseness
{
    /// <summary>By all letters and digits.</summary>
    Exact,

    /// <summary>Without a remark in brackets at the end: <c>部分公开（区分处理的…）</c>.</summary>
    ButRemark,

    /// <summary>Also without the number in front: <c>（一）</c>, <c>三、</c>, <c>2.</c></summary>
    ButNumber,
}

/// <summary>
/// Labels made comparable. People type the same label with other spaces, line breaks, brackets, quotation marks, widths
/// and punctuation; only letters and digits tell one label from another.
/// </summary>
internal static partial class LabelText
{
    /// <summary>The letters and digits of a label, in one width and case, without what <paramref name="looseness"/> lets go.</summary>
    public static string Key(string label, LabelLooseness looseness) => looseness switch
    {
        LabelLooseness.ButRemark => KeyOr(Remark().Replace(Compatible(label), ""), label),
        LabelLooseness.ButNumber => KeyOr(Number().Replace(Remark().Replace(Compatible(label), ""), ""), label),
        _ => Key(label),
    };

    /// <summary>The letters and digits of a label, in one width and case.</summary>
    public static string Key(string label)
    {
        var compatible = Compatible(label);
        var key = compatible.Length <= 300 ? stackalloc char[compatible.Length] : new char[compatible.Length];
        var length = 0;
        foreach (var c in compatible)
            if (char.IsLetterOrDigit(c)) key[length++] = IsIdeograph(c) ? c : char.ToLowerInvariant(c);
        return length > 0 ? new string(key[..length]) : string.Concat(compatible.Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>A label for a message: its first 40 characters.</summary>
    public static string Short(string label) => label.Length <= 40 ? label : string.Concat(label.AsSpan(0, 40), "…");

    private static string KeyOr(string plain, string label) => Key(plain.Length > 0 ? plain : label);

    private static string Compatible(string label)
    {
        if (label.All(IsSimple)) return string.Create(label.Length, label, (span, text) =>
        {
            for (var i = 0; i < text.Length; i++) span[i] = Narrow(text[i]);
        }).Trim();
        try
        {
            return label.Normalize(NormalizationForm.FormKC).Trim();
        }
        catch (ArgumentException)
        {
            // Text with lone surrogates has no normal form.
            return label.Trim();
        }
    }

    // What nearly every label is made of; sparing them the general way keeps a cold start short.
    private static bool IsSimple(char c) =>
        c < 0x7F || IsIdeograph(c) || c is >= '\u3000' and <= '\u301F' or >= '\uFF01' and <= '\uFF5E' or >= '\u2010' and <= '\u201F';

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;

    [GeneratedRegex(@"\([^()]*\)\s*$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"^\s*(\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十0-9]{1,3}[、.．])\s*")]
    private static partial Regex Number();
}
