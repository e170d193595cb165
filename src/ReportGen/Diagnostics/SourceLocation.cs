namespace ReportGen.Diagnostics;

/// <summary>
/// The location of a finding: a file, a sheet, a cell or part of its text, or a position in a text file.
/// <see cref="ToString"/> returns what users see: <c>文件 › 工作表!单元格</c> or <c>template(line,col)</c>.
/// </summary>
public abstract record SourceLocation
{
    /// <summary>The file's path as the user gave it, or its name if no path is known. Never null; may be empty.</summary>
    public required string File { get; init; }

    /// <summary>The file's name without its folder, as shown to the user.</summary>
    public string FileName => System.IO.Path.GetFileName(File);

    /// <summary>The location without the workbook's name, such as <c>三、依申请公开!J12</c>; empty for a file as a whole.</summary>
    public virtual string Place => "";
}

/// <summary>A file as a whole.</summary>
public sealed record FileLocation : SourceLocation
{
    /// <inheritdoc/>
    public override string ToString() => FileName;
}

/// <summary>A worksheet as a whole.</summary>
public sealed record SheetLocation : SourceLocation
{
    /// <summary>The sheet's name as written in the workbook.</summary>
    public required string Sheet { get; init; }

    /// <inheritdoc/>
    public override string Place => Sheet;

    /// <inheritdoc/>
    public override string ToString() => $"{FileName} › {Place}";
}

/// <summary>A cell of a worksheet, or a span of its text.</summary>
public sealed record CellLocation : SourceLocation
{
    /// <summary>The sheet's name as written in the workbook.</summary>
    public required string Sheet { get; init; }

    /// <summary>The cell.</summary>
    public required CellAddress Address { get; init; }

    /// <summary>The span within the cell's text; null for the whole cell.</summary>
    public TextSpan? Span { get; init; }

    /// <inheritdoc/>
    public override string Place => $"{Sheet}!{Address}";

    /// <inheritdoc/>
    public override string ToString() => $"{FileName} › {Place}";
}

/// <summary>A position in a text file: a template, a definition, a list.</summary>
public sealed record TextLocation : SourceLocation
{
    /// <summary>The line, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column in UTF-16 units, counted from 1.</summary>
    public required int Column { get; init; }

    /// <inheritdoc/>
    public override string Place => ToString();

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
}

/// <summary>A span of characters.</summary>
/// <param name="Start">The first character, counted from 0 in UTF-16 units.</param>
/// <param name="Length">The number of UTF-16 units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The position after the last character.</summary>
    public int End => Start + Length;
}
