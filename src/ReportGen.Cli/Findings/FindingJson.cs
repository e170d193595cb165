using ReportGen.Rules;

namespace ReportGen.Cli.Findings;

/// <summary>One finding in JSON. Absent values are null.</summary>
internal sealed record FindingJson(
    string Id, string Severity, TextJson Message, TextJson? Remedy, TextJson? Basis,
    LocationJson? Location, QuotationJson? Quotation, ImmutableArray<LocationJson> Related, string Hash)
{
    /// <summary><c>new</c> or <c>remaining</c> since an earlier return; null if none was given.</summary>
    public string? Status { get; init; }

    /// <summary>The reason for accepting it; null if it is not accepted.</summary>
    public string? Reason { get; init; }

    public static FindingJson Of(Diagnostic finding) => new(
        finding.Id, JsonText.NameOf(finding.Severity),
        TextJson.Of(finding.Message)!, TextJson.Of(finding.Remedy), TextJson.Of(finding.Basis),
        finding.Location is { } location ? LocationJson.Of(location) : null, QuotationJson.Of(finding.Quotation),
        [.. finding.Related.Select(LocationJson.Of)], AcceptedFindings.HashOf(finding));

    public static ImmutableArray<FindingJson> Of(IEnumerable<Diagnostic> findings) => [.. findings.Select(Of)];
}

/// <summary>A text in both languages.</summary>
internal sealed record TextJson(string Zh, string En)
{
    public static TextJson? Of(LocalizedText? text) => text is null ? null : new(text.Chinese, text.English);
}

/// <summary>A location: a cell, a sheet, a position in a text, or a whole file.</summary>
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

/// <summary>The quoted text with the marked part.</summary>
internal sealed record QuotationJson(string Text, SpanJson Mark)
{
    public static QuotationJson? Of(Quotation? quotation) =>
        quotation is null ? null : new(quotation.Text, SpanJson.Of(quotation.Mark));
}

/// <summary>A part of a text, in UTF-16 code units.</summary>
internal sealed record SpanJson(int Start, int Length)
{
    public static SpanJson Of(TextSpan span) => new(span.Start, span.Length);
}
