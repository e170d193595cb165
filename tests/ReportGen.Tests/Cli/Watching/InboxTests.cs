using ReportGen.Cli.Watching;

namespace ReportGen.Tests.Cli.Watching;

[Parallelizable(ParallelScope.All)]
public sealed class InboxTests
{
    [Test]
    public void It_finds_workbooks_with_their_lock_files_in_all_folders_that_are_not_hidden()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "a.xlsx", "某 镇/年报.xlsx", "某 镇/.~lock.年报.xlsx#", ".trash/b.xlsx", "notes.txt", "c.tmp" })
            Write(folder, file);
        var content = new Inbox(folder.Path, folder.Combine("out")).Scan();
        Assert.That(content.Workbooks.Keys, Is.EqualTo(new[] { "a.xlsx", Path.Combine("某 镇", "年报.xlsx") }));
        Assert.That(content.Workbooks["a.xlsx"].Length, Is.EqualTo(1));
        Assert.That(content.LockOf(Path.Combine("某 镇", "年报.xlsx")), Is.EqualTo(Path.Combine("某 镇", ".~lock.年报.xlsx#")));
        Assert.That(content.LockOf("a.xlsx"), Is.Null);
        Assert.That(content.Others, Is.EqualTo(new[] { "notes.txt" }));
    }

    [Test]
    public void Published_files_inside_it_are_not_submitted()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "out/A/A-退回单.xlsx");
        Assert.That(new Inbox(folder.Path, folder.Combine("out")).Scan().Workbooks, Is.Empty);
    }

    [Test]
    public void A_link_is_not_followed()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Links need a privilege there.");
        using var folder = new TemporaryFolder();
        Write(folder, "elsewhere/secret.xlsx");
        Directory.CreateDirectory(folder.Combine("in"));
        File.CreateSymbolicLink(folder.Combine("in", "a.xlsx"), folder.Combine("elsewhere", "secret.xlsx"));
        Directory.CreateSymbolicLink(folder.Combine("in", "b"), folder.Combine("elsewhere"));
        Assert.That(new Inbox(folder.Combine("in"), folder.Combine("out")).Scan().Workbooks, Is.Empty);
    }

    [Test]
    public void A_missing_folder_throws() =>
        Assert.That(() => new Inbox(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()), "out").Scan(),
            Throws.InstanceOf<IOException>());

    private static void Write(TemporaryFolder folder, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Combine(file))!);
        File.WriteAllText(folder.Combine(file), "x");
    }
}
