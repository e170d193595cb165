using System.Text.RegularExpressions;

namespace ReportGen.Workbooks.Mapping;

/// <summary>How strictly labels are compared.</summary>
internal enum LabelLooseness
{
    /// <summary>Compares all letters and digits.</summary>
    Exact,

    /// <summary>Ignores a remark in brackets at the end: <c>部分公开（区分处理的…）</c>.</summary>
    IgnoreRemark,

    /// <summary>Also ignores a leading number: <c>（一）</c>, <c>三、</c>, <c>2.</c></summary>
    IgnoreNumber,
}

/// <summary>
/// Computes comparison keys of labels. The same label may be typed with different spaces, line breaks, brackets, quotation
/// marks, character widths and punctuation, so only letters and digits are compared.
/// </summary>
internal static partial class LabelText
{
    /// <summary>
    /// The letters and digits of a label in one width and case, without the parts that <paramref name="looseness"/> ignores.
    /// </summary>
    public static string Key(string label, LabelLooseness looseness) => looseness switch
    {
        LabelLooseness.IgnoreRemark => KeyOr(Remark().Replace(Compatible(label), ""), label),
        LabelLooseness.IgnoreNumber => KeyOr(Number().Replace(Remark().Replace(Compatible(label), ""), ""), label),
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

    /// <summary>A label for a message, cut to 40 characters.</summary>
    public static string Short(string label) => label.Length <= 40 ? label : string.Concat(label.AsSpan(0, 40), "…");

    private static string KeyOr(string plain, string label) => Key(plain.Length > 0 ? plain : label);

    private static string Compatible(string label)
    {
        if (IsSimple(label))
        {
            return string.Create(label.Length, label, (span, text) =>
            {
                for (var i = 0; i < text.Length; i++) span[i] = Narrow(text[i]);
            }).Trim();
        }

        try
        {
            return label.Normalize(NormalizationForm.FormKC).Trim();
        }
        catch (ArgumentException)
        {
            // Text with unpaired surrogates cannot be normalized.
            return label.Trim();
        }
    }

    private static bool IsSimple(string label)
    {
        foreach (var c in label)
            if (!IsSimple(c)) return false;
        return true;
    }

    // Nearly all labels consist of these; skipping general normalization shortens a cold start.
    private static bool IsSimple(char c) =>
        c < 0x7F || IsIdeograph(c)
            || c is >= '\u3000' and <= '\u301F' or >= '\uFF01' and <= '\uFF5E' or >= '\u2010' and <= '\u201F';

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;

    [GeneratedRegex(@"\([^()]*\)\s*$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"^\s*(\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十0-9]{1,3}[、.．])\s*")]
    private static partial Regex Number();
}
