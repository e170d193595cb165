using ReportGen.Diagnostics;
using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

[Parallelizable(ParallelScope.All)]
public sealed class AtomicFileTests
{
    [Test]
    public void A_file_is_written_in_folders_that_are_made_and_replaces_an_older_one()
    {
        using var temporary = new TemporaryFolder();
        var path = temporary.Combine("new", "folders", "a.txt");
        AtomicFile.Write(path, "a long text"u8);
        AtomicFile.Write(path, "short"u8);
        Assert.That(File.ReadAllText(path), Is.EqualTo("short"));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(path)!), Has.Length.EqualTo(1), "nothing is left aside");
    }

    [Test]
    public void What_cannot_be_written_leaves_nothing_behind_and_is_told_in_both_languages()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.Combine("taken"));
        var finding = AtomicFile.TryWrite(temporary.Combine("taken"), "text"u8)!;
        Assert.That((finding.Id, finding.Severity), Is.EqualTo(("environment.cannot-write", Severity.Error)));
        Assert.That((finding.Location as FileLocation)?.File, Is.EqualTo(temporary.Combine("taken")));
        Assert.That(finding.Message.Chinese, Does.StartWith("不能写入：").And.Length.GreaterThan(6));
        Assert.That(finding.Message.English, Does.StartWith("Cannot be written: ").And.Length.GreaterThan(24));
        Assert.That(finding.Remedy!.Chinese, Does.Contain("磁盘"));
        Assert.That(finding.Remedy.English, Does.Contain("disk"));
        Assert.That(Directory.GetFileSystemEntries(temporary.Path), Is.EqualTo(new[] { temporary.Combine("taken") }));
    }

    [Test]
    public void What_was_written_gives_no_finding()
    {
        using var temporary = new TemporaryFolder();
        Assert.That(AtomicFile.TryWrite(temporary.Combine("a.txt"), "text"u8), Is.Null);
        Assert.That(File.ReadAllText(temporary.Combine("a.txt")), Is.EqualTo("text"));
    }
}
