using System.Security.Cryptography;
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

    [Test]
    public void A_key_is_a_digest_of_names_and_values_in_order_of_the_names() =>
        Assert.That(Key(("b", "2"), ("a", "1")), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData("1:a=1:1\n1:b=1:2"u8))));

    [Test]
    public void A_file_counts_by_its_path_and_content()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("x"), "1");
        File.WriteAllText(folder.Combine("y"), "1");
        var keys = new[] { "f", "g" }.SelectMany(
            name => new[] { "x", "y" }.Select(f => new BuildKey().AddFiles(name, [folder.Combine(f)]).ToString()));
        Assert.That(keys, Is.Unique);
    }

    private static string Key(params (string Name, string Value)[] parts) =>
        parts.Aggregate(new BuildKey(), (key, part) => key.Add(part.Name, part.Value)).ToString();
}
