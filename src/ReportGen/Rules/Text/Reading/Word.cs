namespace ReportGen.Rules.Text.Reading;

/// <summary>What a word does in a sentence, in any report.</summary>
[Flags]
internal enum Role : long
{
    None = 0,

    /// <summary>Changes nothing: 的, 依法.</summary>
    Neutral = 1,

    /// <summary>Says what is counted, what is done with it, or what narrows it: <see cref="Word.Meanings"/>.</summary>
    Meaning = 1L << 1,

    /// <summary>Looks like a word of the vocabulary and is none.</summary>
    Foreign = 1L << 2,

    /// <summary>The body itself: 我局.</summary>
    Own = 1L << 3,

    /// <summary>The whole area: 全市.</summary>
    Area = 1L << 4,

    /// <summary>Denies: 未, 没有.</summary>
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

    /// <summary>Compares with something else: 同比, 较.</summary>
    Compare = 1L << 11,

    /// <summary>Grew by: 增加.</summary>
    Rise = 1L << 12,

    /// <summary>Shrank by: 减少.</summary>
    Fall = 1L << 13,

    /// <summary>Came to: 增至, 降为.</summary>
    Reach = 1L << 14,

    /// <summary>Has not happened yet: 力争, 计划.</summary>
    Aim = 1L << 15,

    /// <summary>The report's year: 全年, 今年.</summary>
    ThisYear = 1L << 16,

    /// <summary>Another year: 上年.</summary>
    OtherYear = 1L << 17,

    /// <summary>The year before the report's: 上年. It is another year as well.</summary>
    LastYear = 1L << 34,

    /// <summary>A part of the year: 上半年.</summary>
    PartOfYear = 1L << 18,

    /// <summary>More than the year: 近年来.</summary>
    SeveralYears = 1L << 19,

    /// <summary>More than the number: 超过.</summary>
    Over = 1L << 20,

    /// <summary>Less than the number: 不足.</summary>
    Under = 1L << 21,

    /// <summary>Roughly the number: 约.</summary>
    About = 1L << 22,

    /// <summary>For each, or on average: 每.</summary>
    Each = 1L << 23,

    /// <summary>What follows is about whom or why: 对, 因.</summary>
    Toward = 1L << 24,

    /// <summary>Joins: 和, 及.</summary>
    And = 1L << 25,

    /// <summary>In the order of what was named: 分别.</summary>
    Respectively = 1L << 26,

    /// <summary>Does not belong to the report: 无关.</summary>
    Apart = 1L << 27,

    /// <summary>Happened already: 已.</summary>
    Already = 1L << 28,

    /// <summary>Only a part, or somebody else's: 部分, 个别.</summary>
    Some = 1L << 29,

    /// <summary>Begins another activity: 发布.</summary>
    Verb = 1L << 30,

    /// <summary>Says that parts have something in common: 同时采用.</summary>
    Overlap = 1L << 31,

    /// <summary>A little less than the number: 近.</summary>
    Nearly = 1L << 32,

    /// <summary>What the report is about, and so narrows nothing, save where a wider whole is divided up.</summary>
    Topic = 1L << 33,
}

/// <summary>A word that the reader knows.</summary>
/// <param name="Text">As it stands in text whose widths are folded.</param>
/// <param name="Role">What it does; several where one word does several things.</param>
/// <param name="Meanings">Its meanings in the vocabulary of the kind; of one head one at most.</param>
internal sealed record Word(string Text, Role Role, ImmutableArray<Meaning> Meanings)
{
    public bool Is(Role role) => (Role & role) != 0;
}
