using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace ReportGen.Tests.Printing;

/// <summary>The words of a PDF with their positions, in points from the upper left corner.</summary>
internal static class PdfWords
{
    public static async Task<(string Text, double Left, double Top)[]> OfAsync(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("pdftotext", ["-bbox", file, "-"]) { RedirectStandardOutput = true })!;
            var xml = await process.StandardOutput.ReadToEndAsync();
            return [.. Regex.Matches(xml, "<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\".*>(.*)</word>")
                .Select(m => (WebUtility.HtmlDecode(m.Groups[3].Value), Number(m.Groups[1]), Number(m.Groups[2])))];
        }
        catch (Win32Exception)
        {
            Assert.Ignore("pdftotext (poppler-utils) is not on this machine");
            return [];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);
}
