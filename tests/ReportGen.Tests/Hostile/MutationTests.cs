using System.IO.Compression;
using ReportGen.Documents;
using ReportGen.Rules;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Hostile;

/// <summary>
/// Workbooks with bytes changed at random go through reading, checking, rendering and returning: no internal error, no exception,
/// no hang. Fixed seeds; <c>--filter FullyQualifiedName~Thousands</c> runs many more.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class MutationTests
{
    // Generous, because a machine that runs all tests at once is slow; a hang lasts for ever.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    private static readonly Lazy<ReportPipeline> s_pipeline = new(
        () => ReportPipeline.Load(Path.Combine(RepositoryFiles.Root, "templates"), null!).Value!);

    [TestCase(1, 40)]
    public void Changed_parts_of_an_xlsx(int seed, int count) =>
        TryAll(seed, count, "a.xlsx", m => WithChangedPart(Example(), m));

    [TestCase(2, 40)]
    public void Changed_bytes_of_an_xlsx(int seed, int count) =>
        TryAll(seed, count, "a.xlsx", m => m.Of(File.ReadAllBytes(Example())));

    [TestCase(3, 40)]
    public void Changed_bytes_of_an_xls(int seed, int count) =>
        TryAll(seed, count, "a.xls", m => m.Of(File.ReadAllBytes(OldExample())));

    [Explicit("Takes minutes.")]
    [TestCase(100, 2_000)]
    public void Thousands(int seed, int count)
    {
        Changed_parts_of_an_xlsx(seed, count);
        Changed_bytes_of_an_xlsx(seed + 1, count);
        Changed_bytes_of_an_xls(seed + 2, count);
    }

    private static void TryAll(int seed, int count, string name, Func<Mutations, byte[]> make)
    {
        for (var i = 0; i < count; i++)
        {
            var content = make(new Mutations((seed * 1_000_000) + i));
            var run = Task.Run(() => Try(content, name));
            Assert.That(run.Wait(s_longest), Is.True, $"seed {seed}, number {i} does not end");
            Assert.That(run.Result, Is.Empty, $"seed {seed}, number {i}");
        }
    }

    /// <summary>Takes a workbook through all layers and returns what went wrong in them.</summary>
    private static string Try(byte[] content, string name)
    {
        try
        {
            var pipeline = s_pipeline.Value;
            var read = pipeline.Read(content, name);
            var findings = pipeline.FindingsOf(read, new CheckOptions { Today = new DateOnly(2026, 1, 31) });
            if (read.Report is not null) pipeline.Render(read, RenderOptions.Published);
            if (read.Workbook.Workbook is not null)
                pipeline.Return(read, findings, CheckProfile.Default, ReportGen.Diagnostics.Language.Chinese, []);
            return string.Join('\n', findings.Where(f => f.Id == UnexpectedErrors.Id).Select(f => f.Message.English));
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    // The content of a part is changed, not its compressed bytes, whose change nearly always only damages the archive.
    private static byte[] WithChangedPart(string path, Mutations mutations)
    {
        using var stream = new MemoryStream();
        stream.Write(File.ReadAllBytes(path));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var parts = zip.Entries.Where(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal)).ToList();
            var entry = parts[mutations.Next(parts.Count)];
            using var content = new MemoryStream();
            using (var old = entry.Open()) old.CopyTo(content);
            entry.Delete();
            using var changed = zip.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
            changed.Write(mutations.Of(content.ToArray()));
        }

        return stream.ToArray();
    }

    private static string Example() =>
        Path.Combine(RepositoryFiles.Root, "examples/annual-disclosure/inputs/002-桃山区商务局.xlsx");

    private static string OldExample() => Path.Combine(
        RepositoryFiles.Root, "tests/ReportGen.Tests/Workbooks/Files/example-saved-as-xls-by-libreoffice.xls");
}
