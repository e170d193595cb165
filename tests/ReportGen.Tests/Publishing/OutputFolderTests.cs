using System.Text;
using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

public sealed class OutputFolderTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Files_appear_whole_and_replace_older_ones()
    {
        var folder = OutputFolder.Open(_folder.Combine("a"));
        folder.Publish([File("甲/one.txt", "1"), File("甲/two.txt", "2")]);
        folder.Publish([File("甲/one.txt", "new")], obsolete: ["甲/two.txt"]);
        Assert.That(System.IO.File.ReadAllText(folder.FullPath("甲/one.txt")), Is.EqualTo("new"));
        Assert.That(folder.FullPath("甲/two.txt"), Does.Not.Exist);
        Assert.That(Directory.GetDirectories(System.IO.Path.Combine(folder.OwnFolder, "staging")), Is.Empty);
    }

    [TestCase("../outside.txt")]
    [TestCase("a/../../outside.txt")]
    [TestCase("/outside.txt")]
    public void A_path_out_of_the_folder_is_refused_before_anything_is_written(string path)
    {
        var folder = OutputFolder.Open(_folder.Combine("b"));
        Assert.That(() => folder.Publish([File("ok.txt", "1"), File(path, "2")]), Throws.ArgumentException);
        Assert.That(folder.FullPath("ok.txt"), Does.Not.Exist);
    }

    [Test]
    public void An_interrupted_set_is_completed_when_the_folder_is_opened_again()
    {
        var root = _folder.Combine("c");
        var set = System.IO.Path.Combine(root, OutputFolder.OwnFolderName, "staging", "cut-off");
        Directory.CreateDirectory(set);
        System.IO.File.WriteAllText(System.IO.Path.Combine(set, "1"), "second");
        System.IO.File.WriteAllText(System.IO.Path.Combine(root, "first.txt"), "first, moved before the cut");
        System.IO.File.WriteAllText(System.IO.Path.Combine(set, "plan"),
            """{"Moves":[{"From":"0","To":"first.txt"},{"From":"1","To":"second.txt"}],"Obsolete":[]}""");

        var folder = OutputFolder.Open(root);

        Assert.That(System.IO.File.ReadAllText(folder.FullPath("second.txt")), Is.EqualTo("second"));
        Assert.That(System.IO.File.ReadAllText(folder.FullPath("first.txt")), Is.EqualTo("first, moved before the cut"));
        Assert.That(set, Does.Not.Exist);
    }

    [Test]
    public void A_set_without_a_plan_publishes_nothing()
    {
        var root = _folder.Combine("d");
        var set = System.IO.Path.Combine(root, OutputFolder.OwnFolderName, "staging", "half");
        Directory.CreateDirectory(set);
        System.IO.File.WriteAllText(System.IO.Path.Combine(set, "0"), "half");
        OutputFolder.Open(root);
        Assert.That(Directory.GetFiles(root, "*", SearchOption.TopDirectoryOnly), Is.Empty);
    }

    [TestCase(-61, false)]
    [TestCase(-59, true)]
    public void A_set_without_a_plan_is_removed_when_it_is_an_hour_old(int minutes, bool stays)
    {
        using var temporary = new TemporaryFolder();
        var set = temporary.Combine(OutputFolder.OwnFolderName, "staging", "half");
        Directory.CreateDirectory(set);
        Directory.SetLastWriteTimeUtc(set, DateTime.UtcNow.AddMinutes(minutes));
        OutputFolder.Open(temporary.Path);
        Assert.That(Directory.Exists(set), Is.EqualTo(stays));
    }

    [Test]
    public void A_folder_that_another_process_publishes_in_is_opened_and_left_to_it()
    {
        using var temporary = new TemporaryFolder();
        var folder = OutputFolder.Open(temporary.Path);
        LeaveSet(folder, "one", "a.txt", "left");
        using (new FileStream(System.IO.Path.Combine(folder.OwnFolder, "turn.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
            FileShare.None))
        {
            OutputFolder.Open(temporary.Path);
        }

        Assert.That(folder.Has("a.txt"), Is.False);
        OutputFolder.Open(temporary.Path);
        Assert.That(folder.Has("a.txt"), Is.True);
    }

    [Test]
    public void A_damaged_plan_publishes_nothing_and_hinders_nobody()
    {
        using var temporary = new TemporaryFolder();
        var folder = OutputFolder.Open(temporary.Path);
        LeaveSet(folder, "one", "a.txt", "left");
        System.IO.File.WriteAllText(System.IO.Path.Combine(folder.OwnFolder, "staging", "one", "plan"), "{");
        OutputFolder.Open(temporary.Path).Publish([File("b.txt", "new")]);
        Assert.That((folder.Has("a.txt"), folder.Has("b.txt")), Is.EqualTo((false, true)));
    }

    [Test]
    public void A_plan_removes_what_is_obsolete_when_it_is_completed()
    {
        using var temporary = new TemporaryFolder();
        var folder = OutputFolder.Open(temporary.Path);
        System.IO.File.WriteAllText(folder.FullPath("old.txt"), "old");
        LeaveSet(folder, "one", "a.txt", "left", obsolete: "\"old.txt\"");
        OutputFolder.Open(temporary.Path);
        Assert.That((folder.Has("a.txt"), folder.Has("old.txt")), Is.EqualTo((true, false)));
    }

    [Test]
    public void What_fails_before_the_plan_is_whole_leaves_nothing_behind()
    {
        using var temporary = new TemporaryFolder();
        var folder = OutputFolder.Open(temporary.Path);
        Assert.That(() => folder.Publish([File("a.txt", "1")], obsolete: ["../outside.txt"]), Throws.ArgumentException);
        Assert.That(Directory.GetDirectories(System.IO.Path.Combine(folder.OwnFolder, "staging")), Is.Empty);
    }

    [Test]
    public void A_path_that_leads_out_of_the_folder_is_named()
    {
        var folder = OutputFolder.Open(_folder.Combine("f"));
        Assert.That(() => folder.FullPath("../f-beside/a.txt"),
            Throws.ArgumentException.With.Message.Contains("../f-beside/a.txt"));
        Assert.That(() => folder.FullPath("../f"), Throws.ArgumentException);
    }

    [Test]
    public async Task An_interrupted_set_is_completed_under_the_next_lock_and_never_overwrites_newer_files()
    {
        var folder = OutputFolder.Open(_folder.Combine("e"));
        LeaveSet(folder, "one", "a.txt", "older");
        LeaveSet(folder, "two", "b.txt", "left");
        folder.Publish([File("a.txt", "newer")]);
        (await folder.AcquireLockAsync()).Dispose();
        Assert.That(System.IO.File.ReadAllText(folder.FullPath("a.txt")), Is.EqualTo("newer"));
        Assert.That(System.IO.File.ReadAllText(folder.FullPath("b.txt")), Is.EqualTo("left"));
        Assert.That(Directory.GetDirectories(System.IO.Path.Combine(folder.OwnFolder, "staging")), Is.Empty);
    }

    private static void LeaveSet(OutputFolder folder, string name, string file, string text, string obsolete = "")
    {
        var set = System.IO.Path.Combine(folder.OwnFolder, "staging", name);
        Directory.CreateDirectory(set);
        System.IO.File.WriteAllText(System.IO.Path.Combine(set, "0"), text);
        System.IO.File.WriteAllText(System.IO.Path.Combine(set, "plan"),
            $$"""{"Moves":[{"From":"0","To":"{{file}}"}],"Obsolete":[{{obsolete}}]}""");
    }

    [Test]
    public async Task The_lock_is_held_until_it_is_released()
    {
        using var temporary = new TemporaryFolder();
        var (one, other) = (OutputFolder.Open(temporary.Path), OutputFolder.Open(temporary.Path));
        var publishLock = await one.AcquireLockAsync();
        var waiting = other.AcquireLockAsync();
        await Task.Delay(100);
        Assert.That(waiting.IsCompleted, Is.False);
        publishLock.Dispose();
        (await waiting).Dispose();
    }

    [Test]
    public async Task Waiting_for_the_lock_does_not_block_the_caller()
    {
        using var temporary = new TemporaryFolder();
        var (one, other) = (OutputFolder.Open(temporary.Path), OutputFolder.Open(temporary.Path));
        var publishLock = await one.AcquireLockAsync();
        var waiting = Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? one : other).AcquireLockAsync()).ToArray();
        Assert.That(waiting.Count(w => w.IsCompleted), Is.Zero);
        publishLock.Dispose();
        await foreach (var next in Task.WhenEach(waiting)) (await next).Dispose();
    }

    [Test]
    public async Task A_cancelled_wait_does_not_block_others()
    {
        using var temporary = new TemporaryFolder();
        var (one, other) = (OutputFolder.Open(temporary.Path), OutputFolder.Open(temporary.Path));
        var publishLock = await one.AcquireLockAsync();
        using var giveUp = new CancellationTokenSource();
        var waiting = new[] { one, other, other }.Select(f => f.AcquireLockAsync(giveUp.Token)).ToArray();
        await giveUp.CancelAsync();
        foreach (var given in waiting) Assert.That(async () => await given, Throws.InstanceOf<OperationCanceledException>());
        publishLock.Dispose();
        publishLock.Dispose();
        (await other.AcquireLockAsync()).Dispose();
        (await one.AcquireLockAsync()).Dispose();
    }

    // A second folder in upper case simulates a file system that ignores case.
    [Test]
    public void A_title_changed_only_in_case_is_published_and_stays_where_file_names_ignore_case()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.Combine(OutputFolder.OwnFolderName.ToUpperInvariant()));
        var folder = OutputFolder.Open(temporary.Path);
        Assert.That(folder.PathComparer.Equals("a", "A"), Is.True);
        folder.Publish([File("A/report.txt", "old")]);
        folder.Publish([File("A/Report.txt", "new")], obsolete: ["A/report.txt", "A/other.txt"]);
        Assert.That(folder.Has("A/report.txt"), Is.True);
        Assert.That(folder.Has("A/Report.txt"), Is.True);
    }

    [Test]
    public void A_title_changed_only_in_case_replaces_the_old_file_where_file_names_are_case_sensitive()
    {
        using var temporary = new TemporaryFolder();
        var folder = OutputFolder.Open(temporary.Path);
        Assume.That(folder.PathComparer.Equals("a", "A"), Is.False, "the disk ignores case");
        folder.Publish([File("A/report.txt", "old")]);
        folder.Publish([File("A/Report.txt", "new")], obsolete: ["A/report.txt"]);
        Assert.That((folder.Has("A/report.txt"), folder.Has("A/Report.txt")), Is.EqualTo((false, true)));
    }

    private static OutputFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
