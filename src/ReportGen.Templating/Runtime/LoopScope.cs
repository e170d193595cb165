using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Runtime;

/// <summary>The variables of a running loop: the item's own name, and <c>for</c> with its members.</summary>
/// <param name="loopName"><c>for</c>, <c>while</c> or <c>tablerow</c>.</param>
/// <param name="variable">The name of the item; null where it is a local variable or there is none.</param>
internal sealed class LoopScope(string loopName, string? variable)
{
    /// <summary><c>for</c>, <c>while</c> or <c>tablerow</c>.</summary>
    public string LoopName { get; } = loopName;

    /// <summary>The name of the item.</summary>
    public string? Variable { get; } = variable;

    /// <summary>The item.</summary>
    public object? Item { get; set; }

    /// <summary>What <see cref="LoopName"/> stands for.</summary>
    public LoopState State { get; } = new();
}

/// <summary>The members of <c>for</c>, <c>while</c> and <c>tablerow</c> in a running loop.</summary>
internal sealed class LoopState : IScriptObject
{
    /// <summary>Members that every loop has.</summary>
    public static readonly string[] WhileMembers = ["index", "first", "even", "odd"];

    /// <summary>Members of <c>for</c>.</summary>
    public static readonly string[] ForMembers = [.. WhileMembers, "last", "changed", "rindex", "length"];

    /// <summary>Members of <c>tablerow</c>.</summary>
    public static readonly string[] TableMembers = [.. ForMembers, "col", "col_first", "col_last"];

    /// <summary>The turn, from zero.</summary>
    public int Index { get; set; }

    /// <summary>The number of turns; -1 where it is not known.</summary>
    public int Length { get; set; } = -1;

    /// <summary>The item of the turn before; null in the first.</summary>
    public object? Before { get; set; }

    /// <summary>The item of this turn, whatever was assigned since.</summary>
    public object? Current { get; set; }

    /// <summary>The column of a table row, from one.</summary>
    public int Column { get; set; }

    /// <summary>The number of columns of a table row.</summary>
    public int Columns { get; set; }

    /// <inheritdoc/>
    public int Count => ForMembers.Length;

    /// <inheritdoc/>
    public bool IsReadOnly
    {
        get => true;
        set { }
    }

    /// <inheritdoc/>
    public IEnumerable<string> GetMembers() => ForMembers;

    /// <inheritdoc/>
    public bool Contains(string member) => Array.IndexOf(TableMembers, member) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        value = member switch
        {
            "index" => Index,
            "first" => Index == 0,
            "last" => Index == Length - 1,
            "even" => Index % 2 == 0,
            "odd" => Index % 2 != 0,
            "changed" => Index == 0 || context is null || !BinaryOperations.AreEqual(context, span, Before, Current),
            "rindex" => Length - Index - 1,
            "length" => Length,
            "col" => Column,
            "col_first" => Column == 1,
            "col_last" => Column == Columns,
            _ => null,
        };
        return value is not null;
    }

    /// <inheritdoc/>
    public bool CanWrite(string member) => false;

    /// <inheritdoc/>
    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) =>
        false;

    /// <inheritdoc/>
    public bool Remove(string member) => false;

    /// <inheritdoc/>
    public void SetReadOnly(string member, bool readOnly)
    {
    }

    /// <inheritdoc/>
    public IScriptObject Clone(bool deep)
    {
        var copy = new ScriptObject();
        foreach (var name in ForMembers)
            copy[name] = TryGetValue(null, default, name, out var value) ? value : null;
        return copy;
    }
}
