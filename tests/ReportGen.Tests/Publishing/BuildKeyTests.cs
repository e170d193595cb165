using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

public sealed class BuildKeyTests
{
    [Test]
    public void The_order_of_adding_does_not_matter() =>
        Assert.That(Key(("a", "1"), ("b", "2")), Is.EqualTo(Key(("b", "2"), ("a", "1"))));

    [Test]
    public void Names_and_values_are_separated() =>
        Assert.That(Key(("a", "1\n1:b=1:2")), Is.Not.EqualTo(Key(("a", "1"), ("b", "2"))));

    [Test]
    public void A_changed_or_missing_file_changes_the_key()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("x");
        var missing = new BuildKey().AddFiles("f", [path]).ToString();
        File.WriteAllText(path, "1");
        var one = new BuildKey().AddFiles("f", [path]).ToString();
        File.WriteAllText(path, "2");
        var two = new BuildKey().AddFiles("f", [path]).ToString();
        Assert.That(new[] { missing, one, two }, Is.Unique);
    }

    private static string Key(params (string Name, string Value)[] parts) =>
        parts.Aggregate(new BuildKey(), (key, part) => key.Add(part.Name, part.Value)).ToString();
}
