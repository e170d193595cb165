using System.Diagnostics;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace ReportGen.Tests.Printing.Pdf;

/// <summary>A second opinion on what is published: readers that share no code with ours.</summary>
public sealed class OtherReadersTests
{
    [Test]
    public async Task PdfPig_finds_all_text_tagged_or_marked_as_artifact()
    {
        using var document = PdfDocument.Open(await SamplePdf.FinishedAsync());
        var letters = document.GetPages().Sum(p => p.Letters.Count(l => l.Value.Trim() != ""));
        var marked = document.GetPages().SelectMany(p => p.GetMarkedContents()).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(document.Version, Is.EqualTo(1.7));
            Assert.That(document.Information.Author, Is.EqualTo("示例区人民政府"));
            Assert.That(document.TryGetXmpMetadata(out var xmp), Is.True);
            Assert.That(xmp?.GetXDocument().Root!.Name.LocalName, Is.EqualTo("xmpmeta"));
            Assert.That(Text(marked.Where(m => m.IsArtifact)), Is.EqualTo("—1——2—"), "page numbers");
            Assert.That(Text(marked).Length, Is.EqualTo(letters));
            Assert.That(Text(marked.Where(m => !m.IsArtifact)), Does.Contain("年度报告").And.Contain("表一").And.Contain("半透明"));
            Assert.That(marked.Where(m => !m.IsArtifact).Select(m => m.MarkedContentIdentifier), Is.All.GreaterThanOrEqualTo(0));
        });
    }

    [Test]
    public async Task Qpdf_finds_no_fault_in_the_file()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, await SamplePdf.FinishedAsync());
        try
        {
            using var process = Process.Start(new ProcessStartInfo("qpdf", ["--check", file]) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.That((process.ExitCode, output), Is.EqualTo((0, output)), output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("qpdf is not on this machine");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Text(IEnumerable<MarkedContentElement> elements) =>
        string.Concat(elements.SelectMany(m => m.Letters).Select(l => l.Value.Trim()));
}
