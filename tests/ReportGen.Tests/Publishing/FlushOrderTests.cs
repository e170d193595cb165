using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

/// <summary>What is renamed into place has reached the disk before: a power failure leaves no empty or half file.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FlushOrderTests
{
    [Test]
    public void A_file_is_flushed_before_it_is_renamed()
    {
        using var temporary = new TemporaryFolder();
        var files = new RecordedOperations();
        AtomicFile.Write(temporary.Combine("a.txt"), "text"u8, files);
        Assert.That(files.Steps, Is.EqualTo(new[] { "write *.tmp", "flush *.tmp", "close *.tmp", "rename *.tmp a.txt" }));
    }

    [Test]
    public void All_files_of_a_report_and_their_plan_are_flushed_before_any_is_renamed()
    {
        using var temporary = new TemporaryFolder();
        var files = new RecordedOperations();
        var folder = OutputFolder.Open(temporary.Path, files);
        folder.Publish([new("a.txt", "1"u8.ToArray()), new("b.txt", "2"u8.ToArray())]);
        Assert.That(files.Steps, Is.EqualTo(new[]
        {
            "write 0", "flush 0", "close 0",
            "write 1", "flush 1", "close 1",
            "write plan.new", "flush plan.new", "close plan.new", "rename plan.new plan",
            "rename 0 a.txt", "rename 1 b.txt",
        }));
    }

    [Test]
    public void A_line_of_the_journal_is_flushed()
    {
        using var temporary = new TemporaryFolder();
        var files = new RecordedOperations();
        Journal.Open(OutputFolder.Open(temporary.Path, files)).Append(new()
        {
            Time = DateTimeOffset.UnixEpoch, Workbook = "a.xlsx", Sha256 = "", Key = "", State = PublicationState.Failed,
        });
        Assert.That(files.Steps, Is.EqualTo(new[] { "write journal.ndjson", "flush journal.ndjson", "close journal.ndjson" }));
    }

    /// <summary>The operations of the disk, with a record of what was done in which order.</summary>
    private sealed class RecordedOperations : FileOperations
    {
        public List<string> Steps { get; } = [];

        public override FileStream Open(string path, FileMode mode, FileAccess access, FileShare share) =>
            new RecordedStream(path, mode, access, share, Steps);

        public override void Move(string from, string to, bool overwrite)
        {
            Steps.Add($"rename {NameOf(from)} {NameOf(to)}");
            base.Move(from, to, overwrite);
        }

        public static string NameOf(string path) =>
            path.EndsWith(".tmp", StringComparison.Ordinal) ? "*.tmp" : Path.GetFileName(path);
    }

    private sealed class RecordedStream(string path, FileMode mode, FileAccess access, FileShare share, List<string> steps)
        : FileStream(path, mode, access, share)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            steps.Add($"write {RecordedOperations.NameOf(Name)}");
            base.Write(buffer);
        }

        public override void Flush(bool flushToDisk)
        {
            if (flushToDisk) steps.Add($"flush {RecordedOperations.NameOf(Name)}");
            base.Flush(flushToDisk);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) steps.Add($"close {RecordedOperations.NameOf(Name)}");
            base.Dispose(disposing);
        }
    }
}
