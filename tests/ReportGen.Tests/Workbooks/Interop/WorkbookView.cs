namespace ReportGen.Tests.Workbooks.Interop;

/// <summary>What a program sees in a workbook, in the same words whichever program it is.</summary>
internal sealed record WorkbookView(List<SheetView> Sheets)
{
    public SheetView this[string sheet] => Sheets.Single(s => s.Name == sheet);

    /// <summary>Everything in the workbook, a line each, so that two views can be compared.</summary>
    public IEnumerable<string> Facts() => Sheets.Select(s => $"sheet {s.Name}").Concat(Sheets.SelectMany(s => s.Facts()));
}

internal sealed record SheetView(
    string Name, bool IsProtected, bool MayFormatCells, bool MayInsertRows, bool MayDeleteRows,
    List<string> Merges, List<string> Marks, string? Filter, List<ValidationView> Validations, List<CellView> Cells)
{
    /// <summary>The cell at an address; an empty one where the program sees none.</summary>
    public CellView this[string at] =>
        Cells.Find(c => c.At == at) ?? new CellView(at, "", null, null, IsLocked: true, null, null);

    /// <summary>The rule for a cell; null for none.</summary>
    public ValidationView? RuleAt(string at) => Validations.Find(v => v.Cells().Contains(at));

    public IEnumerable<string> Facts()
    {
        var rules = Validations.SelectMany(v => v.Cells().Select(at => $"{Name}!{at} {v.Rule}"));
        var cells = Cells.SelectMany(c => c.Facts()).Select(f => $"{Name}!{f}");
        var own = Merges.Select(m => $"merged {m}").Concat(Marks.Select(m => $"marked {m}"))
            .Append($"protected {IsProtected}").Append($"filter {Filter}");
        if (IsProtected) own = own.Append($"free: format {MayFormatCells}, insert {MayInsertRows}, delete {MayDeleteRows}");
        return own.Select(f => $"{Name} {f}").Concat(cells).Concat(rules);
    }
}

/// <summary>A rule for what may be entered; names of types and operators as ClosedXML has them.</summary>
internal sealed record ValidationView(
    List<string> Ranges, string Type, string Operator, string Min, string Max, string Prompt, string Error)
{
    /// <summary>What is allowed, such as <c>WholeNumber EqualOrGreaterThan 0</c>.</summary>
    public string Allowed => Type switch
    {
        "AnyValue" => Type,
        "List" => $"List {Min.Trim('"')}",
        // Where there is one bound, LibreOffice writes a second one that nothing looks at.
        _ => Operator == "Between" ? $"{Type} {Operator} {Min} {Max}" : $"{Type} {Operator} {Min}",
    };

    public string Rule => $"{Allowed} “{Prompt.ReplaceLineEndings("\n")}” “{Error}”";

    public IEnumerable<string> Cells() => Ranges.SelectMany(CellNames.Of);
}

/// <summary>A cell. A day is its serial number; of a formula the number is the stored result.</summary>
internal sealed record CellView(
    string At, string Text, double? Number, string? Formula, bool IsLocked, string? Comment, string? Link)
{
    /// <summary>The file or cell that a click leads to, without the quotes that a sheet's name may have or lack; null for none.</summary>
    public string? Target =>
        Link is null ? null : Uri.UnescapeDataString(Link).Replace("'", "", StringComparison.Ordinal).TrimStart('#');

    private bool IsEmpty => Text.Length == 0 && Number is null && Formula is null;

    public IEnumerable<string> Facts()
    {
        if (!IsEmpty) yield return $"{At} {(IsLocked ? "locked" : "free")}";
        if (Text.Length > 0) yield return $"{At} text {Text.ReplaceLineEndings("\n")}";
        if (Number is { } number) yield return $"{At} number {number:R}";
        // Whether a sheet's name that needs no quotes has some is a matter of taste.
        if (Formula is not null) yield return $"{At} formula {Formula.Replace("'", "", StringComparison.Ordinal)}";
        if (Comment is not null) yield return $"{At} comment {Comment.ReplaceLineEndings("\n").Trim()}";
        if (Target is not null) yield return $"{At} link {Target}";
    }
}
