using System.IO.Compression;
using System.Text;

namespace ReportGen.Tests.Hostile;

/// <summary>Edits the XML of a workbook directly, for what no writer would write.</summary>
internal static class EditedPackage
{
    /// <summary>Replaces text in the parts of a workbook on disk; fails if it does not occur.</summary>
    public static void Replace(string path, string old, string xml)
    {
        var found = false;
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList())
        {
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            if (!text.Contains(old, StringComparison.Ordinal)) continue;
            found = true;
            var name = entry.FullName;
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            writer.Write(text.Replace(old, xml, StringComparison.Ordinal));
        }

        Assert.That(found, Is.True, old);
    }

    /// <summary>All text of the parts of a workbook.</summary>
    public static string TextOf(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
