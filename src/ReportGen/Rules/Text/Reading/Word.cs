namespace ReportGen.Rules.Text.Reading;

/// <summary>The role of a word in a sentence, in any report.</summary>
[Flags]
internal enum Role : long
{
    None = 0,

    /// <summary>No effect: 的, 依法.</summary>
    Neutral = 1,

    /// <summary>A head, an act or a restriction: <see cref="Word.Meanings"/>.</summary>
    Meaning = 1L << 1,

    /// <summary>Looks like a word of the vocabulary but is not.</summary>
    Lookalike = 1L << 2,

    /// <summary>The reporting body: 我局.</summary>
    Own = 1L << 3,

    /// <summary>The whole area: 全市.</summary>
    Area = 1L << 4,

    /// <summary>Negation: 未, 没有.</summary>
    Not = 1L << 5,

    /// <summary>All of what was named: 均, 全部.</summary>
    All = 1L << 6,

    /// <summary>A total: 共, 合计.</summary>
    Total = 1L << 7,

    /// <summary>Parts follow: 其中.</summary>
    Among = 1L << 8,

    /// <summary>Parts or additions follow: 含, 包括.</summary>
    Including = 1L << 9,

    /// <summary>Parts of what was just named follow: 中.</summary>
    Within = 1L << 10,

    /// <summary>Comparison with something else: 同比, 较.</summary>
    Compare = 1L << 11,

    /// <summary>Increase: 增加.</summary>
    Rise = 1L << 12,

    /// <summary>Decrease: 减少.</summary>
    Fall = 1L << 13,

    /// <summary>Resulting value: 增至, 降为.</summary>
    Reach = 1L << 14,

    /// <summary>Not yet done: 力争, 计划.</summary>
    Aim = 1L << 15,

    /// <summary>The report year: 全年, 今年.</summary>
    ThisYear = 1L << 16,

    /// <summary>Another year: 上年.</summary>
    OtherYear = 1L << 17,

    /// <summary>A part of the year: 上半年.</summary>
    PartOfYear = 1L << 18,

    /// <summary>More than one year: 近年来.</summary>
    SeveralYears = 1L << 19,

    /// <summary>More than the number: 超过.</summary>
    Over = 1L << 20,

    /// <summary>Less than the number: 不足.</summary>
    Under = 1L << 21,

    /// <summary>Roughly the number: 约.</summary>
    Roughly = 1L << 22,

    /// <summary>For each, or on average: 每.</summary>
    Each = 1L << 23,

    /// <summary>The following words are the person or the reason: 对, 因.</summary>
    Toward = 1L << 24,

    /// <summary>Conjunction: 和, 及.</summary>
    And = 1L << 25,

    /// <summary>In the order of what was named: 分别.</summary>
    Respectively = 1L << 26,

    /// <summary>Does not belong to the report: 无关.</summary>
    Apart = 1L << 27,

    /// <summary>Already done: 已.</summary>
    Already = 1L << 28,

    /// <summary>Only a part, or another body's: 部分, 个别.</summary>
    Some = 1L << 29,

    /// <summary>Begins another activity: 发布.</summary>
    Verb = 1L << 30,

    /// <summary>Parts overlap: 同时采用.</summary>
    Overlap = 1L << 31,

    /// <summary>A little less than the number: 近.</summary>
    Nearly = 1L << 32,

    /// <summary>The topic of the report. It restricts nothing, except where a wider whole is divided.</summary>
    Topic = 1L << 33,

    /// <summary>The year before the report year: 上年. Also has <see cref="OtherYear"/>.</summary>
    LastYear = 1L << 34,
}

/// <summary>A word known to the reader.</summary>
/// <param name="Text">The word, in text of normalized width.</param>
/// <param name="Role">Its roles, combined.</param>
/// <param name="Meanings">Its meanings in the vocabulary of the kind; at most one per head.</param>
internal sealed record Word(string Text, Role Role, ImmutableArray<Meaning> Meanings)
{
    public bool Is(Role role) => (Role & role) != 0;
}
