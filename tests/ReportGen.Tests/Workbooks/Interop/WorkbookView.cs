namespace ReportGen.Tests.Workbooks.Interop;

/// <summary>A workbook as another program reads it, in a common representation.</summary>
internal sealed record WorkbookView(List<SheetView> Sheets)
{
    public SheetView this[string sheet] => Sheets.Single(s => s.Name == sheet);

    /// <summary>The whole content, one line per item, for comparing two views.</summary>
    public IEnumerable<string> Facts() => Sheets.Select(s => $"sheet {s.Name}").Concat(Sheets.SelectMany(s => s.Facts()));
}

internal sealed record SheetView(
    string Name, bool IsProtected, bool MayFormatCells, bool MayInsertRows, bool MayDeleteRows,
    List<string> Merges, List<string> Marks, string? Filter, List<ValidationView> Validations, List<ViewedCell> Cells)
{
    /// <summary>The cell at an address; an empty cell if the program reads none.</summary>
    public ViewedCell this[string at] =>
        Cells.Find(c => c.At == at) ?? new ViewedCell(at, "", null, null, IsLocked: true, null, null);

    /// <summary>The validation of a cell; null if none.</summary>
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

/// <summary>A data validation, with the names of types and operators of ClosedXML.</summary>
internal sealed record ValidationView(
    List<string> Ranges, string Type, string Operator, string Min, string Max, string Prompt, string Error)
{
    /// <summary>The allowed values, such as <c>WholeNumber EqualOrGreaterThan 0</c>.</summary>
    public string Allowed => Type switch
    {
        "AnyValue" => Type,
        "List" => $"List {Min.Trim('"')}",
        // If there is only one bound, LibreOffice writes an unused second one.
        _ => Operator == "Between" ? $"{Type} {Operator} {Min} {Max}" : $"{Type} {Operator} {Min}",
    };

    public string Rule => $"{Allowed} “{Prompt.ReplaceLineEndings("\n")}” “{Error}”";

    public IEnumerable<string> Cells() => Ranges.SelectMany(CellNames.Of);
}

/// <summary>A cell. A date is given as its serial number, a formula with its stored result.</summary>
internal sealed record ViewedCell(
    string At, string Text, double? Number, string? Formula, bool IsLocked, string? Comment, string? Link)
{
    /// <summary>The target of the hyperlink, without the optional quotes around the sheet's name; null if none.</summary>
    public string? Target =>
        Link is null ? null : Uri.UnescapeDataString(Link).Replace("'", "", StringComparison.Ordinal).TrimStart('#');

    private bool IsEmpty => Text.Length == 0 && Number is null && Formula is null;

    public IEnumerable<string> Facts()
    {
        if (!IsEmpty) yield return $"{At} {(IsLocked ? "locked" : "free")}";
        if (Text.Length > 0) yield return $"{At} text {Text.ReplaceLineEndings("\n")}";
        if (Number is { } number) yield return $"{At} number {number:R}";
        // Quotes around a sheet's name are optional unless it needs them.
        if (Formula is not null) yield return $"{At} formula {Formula.Replace("'", "", StringComparison.Ordinal)}";
        if (Comment is not null) yield return $"{At} comment {Comment.ReplaceLineEndings("\n").Trim()}";
        if (Target is not null) yield return $"{At} link {Target}";
    }
}
