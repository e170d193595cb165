namespace ReportGen.Templating.Syntax;

/// <summary>The binary operators.</summary>
public enum ScriptBinaryOperator
{
    /// <summary><c>??</c>: the right value where the left is null.</summary>
    EmptyCoalescing,

    /// <summary><c>?!</c>: the right value where the left is not null.</summary>
    NotEmptyCoalescing,

    /// <summary><c>||</c></summary>
    Or,

    /// <summary><c>&amp;&amp;</c></summary>
    And,

    /// <summary><c>==</c></summary>
    CompareEqual,

    /// <summary><c>!=</c></summary>
    CompareNotEqual,

    /// <summary><c>&lt;</c></summary>
    CompareLess,

    /// <summary><c>&lt;=</c></summary>
    CompareLessOrEqual,

    /// <summary><c>></c></summary>
    CompareGreater,

    /// <summary><c>>=</c></summary>
    CompareGreaterOrEqual,

    /// <summary><c>..</c>: a range with its end.</summary>
    RangeInclude,

    /// <summary><c>..&lt;</c>: a range without its end.</summary>
    RangeExclude,

    /// <summary><c>&amp;</c>: the items of the left array that are in the right.</summary>
    BinaryAnd,

    /// <summary><c>&lt;&lt;</c>: an array with an item at its end; for integers a shift.</summary>
    ShiftLeft,

    /// <summary><c>>></c>: an array with an item at its start; for integers a shift.</summary>
    ShiftRight,

    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>//</c>: division to a whole number.</summary>
    DivideRound,

    /// <summary><c>%</c></summary>
    Modulus,
}
