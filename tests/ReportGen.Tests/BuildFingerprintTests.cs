using ReportGen.Printing;
using ReportGen.Rules;
using ReportGen.Tests.Cli;

namespace ReportGen.Tests;

/// <summary>A report is built anew when anything that it depends on has changed.</summary>
[NonParallelizable]
public sealed class BuildFingerprintTests
{
    private readonly ToyKind _kind = new();
    private readonly string? _browser = Environment.GetEnvironmentVariable(BrowserLocator.Variable);
    private readonly string? _fonts = Environment.GetEnvironmentVariable(FontsVariable);

    private const string FontsVariable = "REPORTGEN_FONTS";

    [SetUp]
    public void MakeBrowserAndFonts()
    {
        Directory.CreateDirectory(_kind["fonts"]);
        File.WriteAllText(_kind["browser"], "1");
        File.WriteAllText(_kind["fonts", "a.ttf"], "");
        File.WriteAllText(_kind["fonts", "fonts.json"], "1");
        Environment.SetEnvironmentVariable(BrowserLocator.Variable, _kind["browser"]);
        Environment.SetEnvironmentVariable(FontsVariable, _kind["fonts"]);
    }

    [TearDown]
    public void Restore()
    {
        Environment.SetEnvironmentVariable(BrowserLocator.Variable, _browser);
        Environment.SetEnvironmentVariable(FontsVariable, _fonts);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => _kind.Dispose();

    [Test]
    public void It_is_the_same_while_nothing_changes()
    {
        var before = Taken();
        Assert.That((Taken().IsSameAs(before), KeyBy(Taken())), Is.EqualTo((true, KeyBy(before))));
    }

    [Test]
    public void Another_browser_counts() => AssertChangedBy(() =>
    {
        File.Copy(_kind["browser"], _kind["other-browser"]);
        File.SetLastWriteTimeUtc(_kind["other-browser"], File.GetLastWriteTimeUtc(_kind["browser"]));
        Environment.SetEnvironmentVariable(BrowserLocator.Variable, _kind["other-browser"]);
    });

    [Test]
    public void No_browser_counts() =>
        AssertChangedBy(() => Environment.SetEnvironmentVariable(BrowserLocator.Variable, _kind["missing"]));

    [Test]
    public void A_browser_of_another_size_counts()
    {
        var time = File.GetLastWriteTimeUtc(_kind["browser"]);
        AssertChangedBy(() =>
        {
            File.AppendAllText(_kind["browser"], "2");
            File.SetLastWriteTimeUtc(_kind["browser"], time);
        });
    }

    [Test]
    public void A_browser_of_the_same_size_and_time_but_other_content_counts()
    {
        var time = File.GetLastWriteTimeUtc(_kind["browser"]);
        AssertChangedBy(() =>
        {
            File.WriteAllText(_kind["browser"], new string('x', (int)new FileInfo(_kind["browser"]).Length));
            File.SetLastWriteTimeUtc(_kind["browser"], time);
        });
    }

    [TestCase(1)]
    [TestCase(-100_000_000)]
    public void The_time_of_a_file_does_not_count(int seconds)
    {
        // As after a clock that was set back, a copy or a restored backup.
        var before = Taken();
        foreach (var file in Directory.GetFiles(_kind[""], "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(seconds));
        Assert.That((Taken().IsSameAs(before), KeyBy(Taken())), Is.EqualTo((true, KeyBy(before))));
    }

    [Test]
    public void The_program_that_a_small_script_starts_counts()
    {
        File.WriteAllText(_kind["chrome"], "1");
        AssertChangedBy(() => File.WriteAllText(_kind["chrome"], "2"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void Behind_a_link_the_browser_itself_counts()
    {
        File.CreateSymbolicLink(_kind["link"], _kind["browser"]);
        Environment.SetEnvironmentVariable(BrowserLocator.Variable, _kind["link"]);
        AssertChangedBy(() => File.WriteAllText(_kind["browser"], "a new version"));
    }

    [Test]
    public void Other_fonts_count() => AssertChangedBy(() => File.WriteAllText(_kind["fonts", "fonts.json"], "2"));

    [Test]
    public void A_font_that_is_added_counts() => AssertChangedBy(() => File.WriteAllText(_kind["fonts", "b.ttf"], ""));

    [Test]
    public void No_fonts_count() => AssertChangedBy(() => Environment.SetEnvironmentVariable(FontsVariable, _kind["missing"]));

    [Test]
    public void Another_program_counts()
    {
        var (pipeline, options) = (Pipeline(), Options());
        var own = new BuildFingerprint(pipeline, options);
        var other = new BuildFingerprint(pipeline, options, Guid.NewGuid());
        Assert.That(other.IsSameAs(own), Is.False);
        Assert.That(KeyBy(other), Is.Not.EqualTo(KeyBy(own)));
        Assert.That(new BuildFingerprint(pipeline, options, typeof(BuildFingerprint).Module.ModuleVersionId).IsSameAs(own),
            Is.True);
    }

    [Test]
    public void Other_options_count()
    {
        var options = Options();
        var keys = new[]
        {
            options,
            options with { Formats = [OutputFormat.Html] },
            options with { Profile = CheckProfile.Strict },
            options with { Settings = options.Settings.Add("a", "1") },
            options with { Settings = options.Settings.Add("a", "2") },
        }.Select(o => KeyBy(new BuildFingerprint(Pipeline(), o)));
        Assert.That(keys, Is.Unique);
    }

    private void AssertChangedBy(Action change)
    {
        var before = Taken();
        change();
        var after = Taken();
        Assert.That(after.IsSameAs(before), Is.False);
        Assert.That(KeyBy(after), Is.Not.EqualTo(KeyBy(before)));
    }

    private ReportPipeline Pipeline() => ReportPipeline.Load(_kind.Templates, null!).Value!;

    private PublishOptions Options() => new(_kind["out"], [OutputFormat.Html, OutputFormat.Markdown]);

    private BuildFingerprint Taken() => new BuildFingerprint(Pipeline(), Options()).ComputeAll();

    private static string KeyBy(BuildFingerprint fingerprint) => fingerprint.KeyOf("sha", "shop/main", []);
}
