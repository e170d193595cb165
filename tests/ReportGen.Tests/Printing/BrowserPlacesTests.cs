using ReportGen.Printing;

namespace ReportGen.Tests.Printing;

[Parallelizable(ParallelScope.All)]
public sealed class BrowserPlacesTests
{
    [Test]
    public void Browsers_of_a_store_are_found_in_the_folders_of_their_programs()
    {
        using var store = new TemporaryFolder();
        foreach (var file in new[]
                 {
                     "cn.maker.chrome/files/chrome/google-chrome", "org.maker.chromium/files/bin/chromium",
                     "org.deepin.browser/files/org.deepin.browser", "com.maker.game/files/data/a/b/c/d/chrome",
                     "com.maker.other/info/chrome",
                 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(store.Combine(file))!);
            File.WriteAllText(store.Combine(file), "");
        }

        Assert.That(BrowserLocator.FromStore(store.Path).Select(f => Path.GetRelativePath(store.Path, f)),
            Is.EqualTo(new[] { "cn.maker.chrome/files/chrome/google-chrome", "org.maker.chromium/files/bin/chromium" }));
        Assert.That(BrowserLocator.FromStore(store.Combine("no such folder")), Is.Empty);
    }

    [Test]
    public void The_places_of_this_system_are_listed() => Assert.That(BrowserLocator.Places(), Is.Not.Empty.And.Unique);
}
