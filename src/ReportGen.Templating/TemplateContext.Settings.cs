using System.Globalization;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating;

public partial class TemplateContext
{
    /// <summary>Turns a sourced value in HTML text into HTML that tells its source.</summary>
    /// <param name="value">The value.</param>
    /// <param name="source">Where it came from.</param>
    /// <param name="escapedText">The value as escaped HTML text.</param>
    /// <returns>HTML, written as it is.</returns>
    public delegate string ProvenanceWriterCallback(object? value, object source, string escapedText);

    /// <summary>The culture in which numbers and dates print; invariant unless set.</summary>
    public CultureInfo CurrentCulture { get; set; } = CultureInfo.InvariantCulture;

    /// <summary>
    /// Whether an unknown variable, member or function is an error. True unless set; false is Scriban's own forgiving
    /// behaviour.
    /// </summary>
    public bool StrictVariables { get; set; } = true;

    /// <summary>
    /// Whether numbers with decimal places are decimal, so that 0.1 + 0.2 is 0.3; otherwise double, as in Scriban. True
    /// unless set.
    /// </summary>
    public bool UseDecimals { get; set; } = true;

    /// <summary>Whether output is escaped for the HTML context it stands in.</summary>
    public bool EnableHtmlEscape { get; set; }

    /// <summary>Wraps sourced values printed in HTML text; null prints them plainly.</summary>
    public ProvenanceWriterCallback? ProvenanceWriter { get; set; }

    /// <summary>Whether lines of a value after its first are indented as the code block that prints it.</summary>
    public bool AutoIndent { get; set; } = true;

    /// <summary>Where <c>include</c> finds templates; null where there are none.</summary>
    public ITemplateLoader? TemplateLoader { get; set; }

    /// <summary>Templates read for <c>include</c>; its own unless a shared one is set.</summary>
    public TemplateCache TemplateCache { get; set; } = new();

    /// <summary>Turns of one loop, at least 1; 0 for no limit.</summary>
    public int LoopLimit { get; set; } = 1000;

    /// <summary>Depth of function calls and includes, at least 1.</summary>
    public int RecursiveLimit { get; set; } = 100;

    /// <summary>Characters of one string, and of one value printed; at least 1.</summary>
    public int LimitToString { get; set; } = 1 << 20;

    /// <summary>Items of one array or object that a template makes, at least 1.</summary>
    public int CollectionLimit { get; set; } = 1_000_000;

    /// <summary>Levels of nested data that are printed, at least 1.</summary>
    public int ObjectRecursionLimit { get; set; } = 20;

    /// <summary>Characters of the whole output, at least 1.</summary>
    public int OutputLimit { get; set; } = 64 << 20;

    /// <summary>Nodes and turns of loops that one rendering may take, at least 1.</summary>
    public long StepLimit { get; set; } = 50_000_000;

    /// <summary>Bytes that one rendering may allocate in all, kept or not; at least 1. One gigabyte unless set.</summary>
    public long AllocationLimit { get; set; } = 1L << 30;

    /// <summary>Time that one rendering may take.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time that one search by a regular expression may take.</summary>
    public TimeSpan RegexTimeOut { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Stops the rendering when cancelled.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Scratch values of functions for one rendering, by keys of their own.</summary>
    public Dictionary<object, object?> Tags { get; } = [];
}
