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
    public void A_set_whose_moves_were_cut_off_is_completed_when_the_folder_is_opened_again()
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

    [Test]
    public void What_a_dead_process_left_is_completed_before_the_next_turn_and_never_after_what_is_newer()
    {
        var folder = OutputFolder.Open(_folder.Combine("e"));
        LeaveSet(folder, "one", "a.txt", "older");
        LeaveSet(folder, "two", "b.txt", "left");
        folder.Publish([File("a.txt", "newer")]);
        folder.Enter().Dispose();
        Assert.That(System.IO.File.ReadAllText(folder.FullPath("a.txt")), Is.EqualTo("newer"));
        Assert.That(System.IO.File.ReadAllText(folder.FullPath("b.txt")), Is.EqualTo("left"));
        Assert.That(Directory.GetDirectories(System.IO.Path.Combine(folder.OwnFolder, "staging")), Is.Empty);
    }

    private static void LeaveSet(OutputFolder folder, string name, string file, string text)
    {
        var set = System.IO.Path.Combine(folder.OwnFolder, "staging", name);
        Directory.CreateDirectory(set);
        System.IO.File.WriteAllText(System.IO.Path.Combine(set, "0"), text);
        System.IO.File.WriteAllText(System.IO.Path.Combine(set, "plan"), $$"""{"Moves":[{"From":"0","To":"{{file}}"}],"Obsolete":[]}""");
    }

    [Test]
    public async Task Whoever_has_the_turn_keeps_it_until_he_gives_it_back()
    {
        using var temporary = new TemporaryFolder();
        var (one, other) = (OutputFolder.Open(temporary.Path), OutputFolder.Open(temporary.Path));
        var turn = one.Enter();
        var waiting = Task.Run(() => other.Enter());
        await Task.Delay(100);
        Assert.That(waiting.IsCompleted, Is.False);
        turn.Dispose();
        (await waiting).Dispose();
    }

    private static OutputFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
