using System.Collections.Immutable;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Findings;

/// <summary>Findings as people read them: place, reason, the words in question with a mark, and what would be right.</summary>
internal sealed class FindingsText(UserTerminal terminal, TextWriter writer, Palette palette)
{
    private const string Indent = "  ";

    /// <summary>All findings, then a line that counts them.</summary>
    public void Write(ImmutableArray<FileFindings> files)
    {
        Write(files.SelectMany(f => f.Findings));
        writer.WriteLine(Summary(files));
    }

    /// <summary>Findings without a count.</summary>
    public void Write(IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings) Write(finding);
    }

    /// <summary>One finding and an empty line.</summary>
    public void Write(Diagnostic finding)
    {
        var place = finding.Location is { } l ? Indent + DisplayText.Clean(l.ToString()!) : "";
        writer.WriteLine($"{Painted(finding.Severity)} {palette.Strong(DisplayText.Clean(finding.Id))}{place}");
        WriteText(finding.Message);
        if (finding.Quotation is { } quotation) WriteQuotation(quotation, finding.Severity);
        WriteLabelled(terminal.Say("改正：", "Remedy: "), finding.Remedy);
        WriteLabelled(terminal.Say("依据：", "Basis: "), finding.Basis);
        foreach (var related in finding.Related)
            WriteLabelled(terminal.Say("另见：", "See also: "), LocalizedText.Same(related.ToString()!));
        writer.WriteLine();
    }

    /// <summary>How many errors, warnings and notes in how many files.</summary>
    public string Summary(ImmutableArray<FileFindings> files)
    {
        int Sum(Severity severity) => files.Sum(f => f.Count(severity));
        var (errors, warnings, notes) = (Sum(Severity.Error), Sum(Severity.Warning), Sum(Severity.Information));
        if (errors + warnings + notes == 0)
            return palette.Good(terminal.Say($"已检查 {files.Length} 个文件，未发现问题。", $"{Plural(files.Length, "file")} checked, nothing found."));
        var counts = terminal.Say(
            $"已检查 {files.Length} 个文件：{errors} 个错误，{warnings} 个警告，{notes} 个提示。",
            $"{Plural(files.Length, "file")} checked: {Plural(errors, "error")}, {Plural(warnings, "warning")}, {Plural(notes, "note")}.");
        return errors > 0 ? palette.Error(counts) : palette.Warning(counts);
    }

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private void WriteText(LocalizedText text)
    {
        foreach (var line in text.In(terminal.Language).Split('\n')) writer.WriteLine(Indent + DisplayText.Clean(line.TrimEnd('\r')));
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

    private string Painted(Severity severity) => severity switch
    {
        Severity.Error => palette.Error(terminal.Say("错误", "error")),
        Severity.Warning => palette.Warning(terminal.Say("警告", "warning")),
        _ => palette.Dim(terminal.Say("提示", "note")),
    };
}
