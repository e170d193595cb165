using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml;
using ReportGen.Cli.Commands;
using ReportGen.Templating;

namespace ReportGen.Tests.Architecture;

[Parallelizable(ParallelScope.All)]
public sealed partial class RepositoryTests
{
    // Spelled in pieces, so that this file does not find itself.
    private static readonly string[] s_machinePaths = ["/" + "work/", "/" + "root/", "/" + "home/", @"C:\" + "Users"];

    [Test]
    public void No_file_names_a_path_of_somebodys_machine()
    {
        var found = from file in RepositoryFiles.Texts()
                    let text = File.ReadAllText(file)
                    from path in s_machinePaths
                    where text.Contains(path, StringComparison.Ordinal)
                    select $"{RepositoryFiles.Relative(file)}: {path}";
        Assert.That(found, Is.Empty);
    }

    [Test]
    public void No_kind_of_report_is_named_in_the_sources()
    {
        var kinds = Directory.Exists(Path.Combine(RepositoryFiles.Root, "templates"))
            ? Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, "templates")).Select(Path.GetFileName)
                .Where(n => n![0] != '_').ToArray()
            : [];
        var found = from file in RepositoryFiles.Under("src", "*.*")
                    let text = File.ReadAllText(file)
                    from kind in kinds
                    where text.Contains(kind!, StringComparison.OrdinalIgnoreCase)
                    select $"{RepositoryFiles.Relative(file)}: {kind}";
        Assert.That(found, Is.Empty);
    }

    [Test]
    public void No_type_name_exists_twice()
    {
        Type[] parts = [typeof(RenderContext), typeof(ReportPipeline), typeof(RootCommandFactory), typeof(RepositoryTests)];
        var found = from type in parts.SelectMany(part => part.Assembly.GetTypes())
                    where !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.Name.Contains('<')
                    where type.Namespace?.StartsWith("ReportGen", StringComparison.Ordinal) == true
                    group type by type.Name.Split('`')[0] into same
                    where same.Count() > 1
                    select string.Join(", ", same.Select(type => type.FullName));
        Assert.That(found, Is.Empty);
    }

    [Test]
    public void No_source_file_is_longer_than_400_lines()
    {
        var found = from folder in new[] { "src", "tests" }
                    from file in RepositoryFiles.Under(folder, "*.cs")
                    let lines = File.ReadLines(file).Count()
                    where lines > 400
                    select $"{RepositoryFiles.Relative(file)}: {lines} lines";
        Assert.That(found, Is.Empty);
    }

    [Test]
    public void A_short_statement_stands_on_the_line_of_its_condition()
    {
        var found = from folder in new[] { "src", "tests" }
                    from file in RepositoryFiles.Under(folder, "*.cs")
                    from pair in Pairs(File.ReadAllLines(file)).Index()
                    where Condition().IsMatch(pair.Item.First) && Statement().IsMatch(pair.Item.Second)
                    where pair.Item.First.Length + 1 + pair.Item.Second.TrimStart().Length <= 130
                    select $"{RepositoryFiles.Relative(file)}({pair.Index + 1}): {pair.Item.Second.Trim()}";
        Assert.That(found, Is.Empty);
    }

    // The mutation tool loses tests whose names the test platform cannot hold, and then refuses to run.
    [Test]
    public void Test_cases_with_characters_that_XML_cannot_hold_have_a_name()
    {
        var found = from type in typeof(RepositoryTests).Assembly.GetTypes()
                    from method in type.GetMethods()
                    from test in method.GetCustomAttributes<TestCaseAttribute>()
                    where test.TestName is null && test.Arguments.OfType<string>().Any(a => !IsXmlText(a))
                    select $"{type.Name}.{method.Name}";
        Assert.That(found, Is.Empty);
    }

    private static bool IsXmlText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) i++;
            else if (!XmlConvert.IsXmlChar(text[i])) return false;
        }
        return true;
    }

    private static IEnumerable<(string First, string Second)> Pairs(string[] lines) => lines.Zip(lines.Skip(1));

    [GeneratedRegex(@"^\s*((else )?(if|foreach|for|while) \((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|else)$")]
    private static partial Regex Condition();

    [GeneratedRegex(@"^\s*(?!if|for|foreach|while|using|lock)[^\s{/].*;$")]
    private static partial Regex Statement();
}
