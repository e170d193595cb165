using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Findings;

/// <summary>Writes findings as text: location, message, quoted text with a mark, and remedy.</summary>
internal sealed class FindingsText(UserTerminal terminal, TextWriter writer, Palette palette)
{
    private const string Indent = "  ";
    private const int MaxPlaces = 12;

    /// <summary>Writes the findings of a run, then a summary line.</summary>
    public void Write(FindingsLog log)
    {
        foreach (var file in log.Files) Write(file, log.ShowAccepted);
        foreach (var entry in log.Lapsed) WriteLapsed(entry);
        writer.WriteLine(Summary(log.Files));
    }

    /// <summary>Writes findings without a summary.</summary>
    public void Write(IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings) Write(finding);
    }

    /// <summary>Writes one finding and an empty line.</summary>
    public void Write(Diagnostic finding) => Write(finding, "");

    private void Write(FileFindings file, bool showAccepted)
    {
        foreach (var finding in file.Findings) Write(finding, StatusOf(finding, file.Since));
        foreach (var (finding, reason) in showAccepted ? file.Accepted : [])
        {
            Write(finding, terminal.Localize("已核实", "accepted"), LocalizedText.Same(reason));
        }

        if (file.Report?.Blanks is { } blanks)
        {
            var name = palette.Strong(DisplayText.Clean(Path.GetFileName(file.File)));
            writer.WriteLine($"{name}  {DisplayText.Clean(blanks.Remark.In(terminal.Language))}");
        }

        if (file.Since is { } since) WriteSince(since);
        if (file.Returned is { } returned)
            writer.WriteLine($"{palette.Strong(terminal.Localize("退回单", "returned"))}  {DisplayText.Clean(returned)}");
    }

    private string StatusOf(Diagnostic finding, ReturnDelta? since) =>
        since is null ? "" : since.New.Contains(finding) ? terminal.Localize("新出现", "new") : terminal.Localize("仍未改正", "remains");

    private void WriteSince(ReturnDelta since)
    {
        foreach (var gone in since.Fixed)
        {
            writer.WriteLine(
                $"{palette.Good(terminal.Localize("已改正", "fixed"))} {palette.Strong(DisplayText.Clean(gone.Id))}  "
                    + DisplayText.Clean(gone.Place));
            WriteText(LocalizedText.Same(gone.Message));
            writer.WriteLine();
        }

        var accepted = since.Accepted == 0 ? "" : terminal.Localize($"，已核实 {since.Accepted}", $", {since.Accepted} accepted");
        writer.WriteLine(terminal.Localize(
            $"与“{DisplayText.Clean(Path.GetFileName(since.File))}”相比：已改正 {since.Fixed.Length}，仍未改正 {since.Remaining}，"
                + $"新出现 {since.Added}{accepted}。",
            $"Since “{DisplayText.Clean(Path.GetFileName(since.File))}”: {since.Fixed.Length} fixed, {since.Remaining} "
                + $"remain, {since.Added} new{accepted}."));
    }

    private void WriteLapsed(Rules.AcceptedFinding entry) => writer.WriteLine(palette.Dim(terminal.Localize(
        $"已核实清单中的 {DisplayText.Clean(entry.Id)}（{DisplayText.Clean(entry.Place)}）没有再出现，或内容已变，可从清单中删去。",
        $"The accepted finding {DisplayText.Clean(entry.Id)} ({DisplayText.Clean(entry.Place)}) no longer occurs, or its content "
            + "has changed; you can remove it from the list.")));

    private void Write(Diagnostic finding, string status, LocalizedText? reason = null)
    {
        var place = finding.Location is { } l ? Indent + DisplayText.Clean(l.ToString()!) : "";
        writer.WriteLine(
            $"{Coloured(finding.Severity)} {palette.Strong(DisplayText.Clean(finding.Id))}{place}"
                + (status.Length > 0 ? $"  [{status}]" : ""));
        WriteText(finding.Message);
        if (finding.Quotation is { } quotation) WriteQuotation(quotation, finding.Severity);
        WriteLabelled(terminal.Localize("改正：", "Remedy: "), finding.Remedy);
        WriteLabelled(terminal.Localize("依据：", "Basis: "), finding.Basis);
        WriteLabelled(terminal.Localize("核实理由：", "Accepted because: "), reason);
        foreach (var related in RelatedPlaces(finding))
            WriteLabelled(terminal.Localize("另见：", "See also: "), LocalizedText.Same(related));
        writer.WriteLine();
    }

    /// <summary>Returns a line with the numbers of files, errors, warnings and notes.</summary>
    public string Summary(ImmutableArray<FileFindings> files)
    {
        int Sum(Severity severity) => files.Sum(f => f.Count(severity));
        var (errors, warnings, notes) = (Sum(Severity.Error), Sum(Severity.Warning), Sum(Severity.Information));
        var accepted = files.Sum(f => f.Accepted.Length) is > 0 and var count
            ? terminal.Localize($"另有 {count} 项已核实。", $" {count} accepted.")
            : "";
        if (errors + warnings + notes == 0)
        {
            return palette.Good(
                terminal.Localize($"已检查 {files.Length} 个文件，未发现问题。", $"{Plural(files.Length, "file")} checked, no findings.")
                    + accepted);
        }

        var counts = terminal.Localize(
            $"已检查 {files.Length} 个文件：{errors} 个错误，{warnings} 个警告，{notes} 个提示。",
            $"{Plural(files.Length, "file")} "
                + $"checked: {Plural(errors, "error")}, {Plural(warnings, "warning")}, {Plural(notes, "note")}.") + accepted;
        return errors > 0 ? palette.Error(counts) : palette.Warning(counts);
    }

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private void WriteText(LocalizedText text)
    {
        foreach (var line in text.In(terminal.Language).Split('\n'))
            writer.WriteLine(Indent + DisplayText.Clean(line.TrimEnd('\r')));
    }

    private void WriteLabelled(string label, LocalizedText? text)
    {
        if (text is null) return;
        writer.WriteLine(Indent + palette.Dim(label) + DisplayText.Clean(text.In(terminal.Language)));
    }

    private void WriteQuotation(Quotation quotation, Severity severity)
    {
        var view = QuotationView.Of(quotation, terminal.Width - 6);
        var bar = Indent + palette.Dim("│ ");
        writer.WriteLine(bar + view.Text);
        writer.WriteLine(bar + (severity == Severity.Error ? palette.Error(view.Mark) : palette.Warning(view.Mark)));
    }

    // Cells of one sheet are listed in one line: A5, B5, C5.
    private IEnumerable<string> RelatedPlaces(Diagnostic finding) =>
        finding.Related.GroupBy(r => r is CellLocation cell ? $"{cell.FileName} › {cell.Sheet}!" : $"{r} ")
            .Select(g => g.Key + Places([.. g.OfType<CellLocation>().Select(c => c.Address.ToString()).Distinct()]));

    // An empty table has more than a hundred cells; JSON and SARIF list all.
    private string Places(ImmutableArray<string> cells)
    {
        var shown = string.Join(", ", cells.Take(MaxPlaces));
        var more = cells.Length - MaxPlaces;
        return more <= 0 ? shown : shown + terminal.Localize($" 等 {cells.Length} 个单元格", $" and {more} more");
    }

    private string Coloured(Severity severity) => severity switch
    {
        Severity.Error => palette.Error(terminal.Localize("错误", "error")),
        Severity.Warning => palette.Warning(terminal.Localize("警告", "warning")),
        _ => palette.Dim(terminal.Localize("提示", "note")),
    };
}
