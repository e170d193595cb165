using ReportGen.Rules;

namespace ReportGen.Cli.Findings;

/// <summary>One finding for programs. What is absent is null.</summary>
internal sealed record FindingJson(
    string Id, string Severity, TextJson Message, TextJson? Remedy, TextJson? Basis,
    LocationJson? Location, QuotationJson? Quotation, ImmutableArray<LocationJson> Related, string Hash)
{
    /// <summary>How it stands to an earlier return; null when none was given.</summary>
    public string? Status { get; init; }

    /// <summary>Why it was accepted; null when it was not.</summary>
    public string? Reason { get; init; }

    public static FindingJson Of(Diagnostic finding) => new(
        finding.Id, JsonText.NameOf(finding.Severity),
        TextJson.Of(finding.Message)!, TextJson.Of(finding.Remedy), TextJson.Of(finding.Basis),
        finding.Location is { } location ? LocationJson.Of(location) : null, QuotationJson.Of(finding.Quotation),
        [.. finding.Related.Select(LocationJson.Of)], Baseline.HashOf(finding));

    public static ImmutableArray<FindingJson> Of(IEnumerable<Diagnostic> findings) => [.. findings.Select(Of)];
}

/// <summary>A text in both languages.</summary>
internal sealed record TextJson(string Zh, string En)
{
    public static TextJson? Of(LocalizedText? text) => text is null ? null : new(text.Chinese, text.English);
}

/// <summary>A place: a cell, a sheet, a line of a text, or a whole file.</summary>
internal sealed record LocationJson(string Display, string File)
{
    public string? Sheet { get; init; }

    public string? Cell { get; init; }

    public SpanJson? Span { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }

    public static LocationJson Of(SourceLocation location)
    {
        var whole = new LocationJson(location.ToString(), location.File);
        return location switch
        {
            CellLocation cell => whole with
            {
                Sheet = cell.Sheet, Cell = cell.Address.ToString(), Span = cell.Span is { } span ? SpanJson.Of(span) : null,
            },
            SheetLocation sheet => whole with { Sheet = sheet.Sheet },
            TextLocation text => whole with { Line = text.Line, Column = text.Column },
            _ => whole,
        };
    }
}

/// <summary>The words in question.</summary>
internal sealed record QuotationJson(string Text, SpanJson Mark)
{
    public static QuotationJson? Of(Quotation? quotation) =>
        quotation is null ? null : new(quotation.Text, SpanJson.Of(quotation.Mark));
}

/// <summary>A part of a text, in UTF-16 units.</summary>
internal sealed record SpanJson(int Start, int Length)
{
    public static SpanJson Of(TextSpan span) => new(span.Start, span.Length);
}
