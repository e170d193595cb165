using ReportGen.Cli;
using ReportGen.Files;
using ReportGen.Publishing;
using ReportGen.Tests.Cli;
using ReportGen.Tests.Cli.Watching;

namespace ReportGen.Tests.Hostile;

/// <summary>
/// Links in a folder that strangers can write to are passed over and told; one that the user names is followed. Files of a kind
/// are inside the templates folder once links are resolved.
/// </summary>
[Parallelizable(ParallelScope.All)]
[Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
public sealed class LinkTests
{
    [Test]
    public void A_real_path_has_no_links_in_any_part()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Combine("root", "a"));
        Directory.CreateDirectory(folder.Combine("other"));
        File.WriteAllText(folder.Combine("other", "secret"), "x");
        File.CreateSymbolicLink(folder.Combine("root", "out"), "../other");
        File.CreateSymbolicLink(folder.Combine("root", "a", "through"), "../out/secret");
        File.CreateSymbolicLink(folder.Combine("root", "inside"), "a");
        File.CreateSymbolicLink(folder.Combine("root", "loop"), "loop");
        File.CreateSymbolicLink(folder.Combine("alias"), "root");
        var root = folder.Combine("alias");
        Assert.Multiple(() =>
        {
            Assert.That(RealPath.Of(folder.Combine("alias", "inside", "through")),
                Is.EqualTo(RealPath.Of(folder.Combine("other", "secret"))));
            Assert.That(RealPath.IsBelow(folder.Combine("root", "inside"), root));
            Assert.That(RealPath.IsBelow(folder.Combine("root", "a", "new"), root));
            Assert.That(RealPath.IsBelow(folder.Combine("root", "a", "through"), root), Is.False, "a link to a link");
            Assert.That(RealPath.IsBelow(folder.Combine("root", "out", "secret"), root), Is.False);
            Assert.That(RealPath.IsBelow(folder.Combine("root", "loop"), root), Is.False);
            Assert.That(RealPath.IsBelow(folder.Combine("root"), root), Is.False);
        });
    }

    [Test]
    public void A_link_in_a_folder_is_told_and_not_read()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/b.xlsx", "Good Shop");
        kind.Workbook("elsewhere/secret.xlsx", "Secret Shop");
        File.CreateSymbolicLink(kind["in", "a.xlsx"], kind["elsewhere", "secret.xlsx"]);
        File.CreateSymbolicLink(kind["in", "more"], kind["elsewhere"]);
        File.CreateSymbolicLink(kind["in", ".#b.xlsx"], "user@host");
        var check = kind.Run("check", kind["in"]);
        var build = kind.Run("build", kind["in"], "-o", kind["out"], "--formats", "html");
        var pattern = kind.Run("check", kind["in", "*.xlsx"]);
        Assert.Multiple(() =>
        {
            Assert.That(check.ExitCode, Is.EqualTo(ExitCodes.Data));
            Assert.That(check.Output, Does.Contain("file.link  a.xlsx").And.Contain("file.link  more"));
            Assert.That(check.Output, Does.Not.Contain(".#b"));
            Assert.That(build.ExitCode, Is.EqualTo(ExitCodes.PartOfBatch));
            Assert.That(Directory.Exists(kind["out", "Good Shop"]));
            Assert.That(Directory.Exists(kind["out", "Secret Shop"]), Is.False);
            Assert.That(pattern.Output, Does.Contain("file.link  a.xlsx"));
        });
    }

    [Test]
    public void A_link_that_the_user_names_is_followed()
    {
        using var kind = new ToyKind();
        kind.Workbook("elsewhere/real.xlsx", "Shop");
        File.CreateSymbolicLink(kind["a.xlsx"], kind["elsewhere", "real.xlsx"]);
        File.CreateSymbolicLink(kind["folder"], kind["elsewhere"]);
        Assert.That(kind.Run("check", kind["a.xlsx"]).ExitCode, Is.Zero);
        Assert.That(kind.Run("check", kind["folder"]).Output, Does.Contain("1 file checked"));
    }

    [Test]
    public async Task A_watcher_tells_a_link_once()
    {
        using var kind = new ToyKind();
        kind.Workbook("elsewhere/secret.xlsx", "Secret Shop");
        Directory.CreateDirectory(kind["in"]);
        File.CreateSymbolicLink(kind["in", "a.xlsx"], kind["elsewhere", "secret.xlsx"]);
        await using var run = new WatchRun(kind);
        kind.Workbook("in/b.xlsx", "Good Shop");
        await run.UntilDone(1);
        await WatchRun.Pass();
        Assert.That(run.Notices, Is.EqualTo(new[] { "file.link" }));
        var once = kind.Run("watch", kind["in"], "-o", kind["once"], "--formats", "html", "--once");
        Assert.That(once.ExitCode, Is.EqualTo(ExitCodes.Data), once.Error);
        Assert.That(run.Done, Is.EqualTo(new[] { ("b.xlsx", BuildState.Built) }));
    }

    [Test]
    public async Task A_folder_that_is_too_deep_is_told()
    {
        using var kind = new ToyKind();
        var deep = string.Join('/', Enumerable.Range(1, 17));
        kind.Workbook($"in/{deep}/a.xlsx", "Deep Shop");
        kind.Workbook($"in/{string.Join('/', Enumerable.Range(1, 16))}/b.xlsx", "Shop");
        var check = kind.Run("check", kind["in"]);
        Assert.That(check.Output, Does.Contain("file.too-deep  17").And.Contain("2 files checked"));
        await using var run = new WatchRun(kind);
        await run.UntilDone(1);
        await run.Until(() => run.Notices.Any(), "a notice");
        Assert.That(run.Notices, Is.EqualTo(new[] { "file.too-deep" }));
    }

    [TestCase("style.css")]
    [TestCase("report.sbn-html")]
    [TestCase("kind.yaml")]
    public void A_file_of_a_kind_that_leads_out_of_the_templates_folder_is_refused_with_its_name(string name)
    {
        using var kind = new ToyKind();
        var (path, outside) = (Path.Combine(kind.Templates, "shop", "main", name), kind["outside"]);
        var workbook = kind.Workbook("a.xlsx", "Shop");
        if (File.Exists(path)) File.Move(path, outside);
        else File.WriteAllText(outside, "secret");
        File.CreateSymbolicLink(path, outside);
        var run = kind.Run("kinds");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Template), run.Output);
        Assert.That(run.Output + run.Error, Does.Contain(name).And.Contain("outside"));
        var build = kind.Run("build", workbook, "-o", kind["out"], "--formats", "html");
        Assert.That(build.ExitCode, Is.Not.Zero);
        Assert.That(Directory.Exists(kind["out"]) && Directory.EnumerateFiles(kind["out"], "*.html", SearchOption.AllDirectories)
            .Any(), Is.False);
    }

    [Test]
    public void A_shared_file_that_leads_out_is_refused_too()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["outside.css"], "secret");
        File.CreateSymbolicLink(Path.Combine(kind.Templates, "_shared", "more.css"), kind["outside.css"]);
        var run = kind.Run("kinds");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Template), run.Output);
        Assert.That(run.Output + run.Error, Does.Contain("more.css"));
    }

    [Test]
    public void A_link_within_the_templates_folder_is_followed()
    {
        using var kind = new ToyKind();
        var folder = Path.Combine(kind.Templates, "shop", "main");
        File.Move(Path.Combine(folder, "report.sbn-md"), Path.Combine(folder, "other.sbn-md"));
        File.CreateSymbolicLink(Path.Combine(folder, "report.sbn-md"), "other.sbn-md");
        Assert.That(kind.Run("kinds").ExitCode, Is.Zero);
        Assert.That(kind.Run("build", kind.Workbook("a.xlsx", "Shop"), "-o", kind["out"], "--formats", "md").ExitCode, Is.Zero);
    }

    [Test]
    public void A_templates_folder_that_is_itself_a_link_is_used()
    {
        using var kind = new ToyKind();
        File.CreateSymbolicLink(kind["alias"], kind.Templates);
        Assert.That(CliRun.Of("kinds", "--templates", kind["alias"]).ExitCode, Is.Zero);
    }
}
