using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Reading;

/// <summary>The files of rules that a kind names.</summary>
internal static class RuleFiles
{
    /// <summary>The full paths of the files that <paramref name="names"/> lead to; a finding for each that cannot be used.</summary>
    public static ImmutableArray<string> Find(ImmutableArray<YamlText> names, string templatesFolder)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names)
        {
            var path = Path.GetFullPath(name.Value, Path.GetDirectoryName(name.Source.File)!);
            if (Mistake(name, path, templatesFolder, files) is { } mistake) name.Report(mistake);
            else files.Add(path);
        }

        return files.ToImmutable();
    }

    /// <summary>
    /// The kind with the content of its <paramref name="vocabulary"/>, one file at most, and of its rule
    /// <paramref name="files"/>, in their order. What cannot be read as YAML is added to
    /// <paramref name="findings"/>; the files read, with those they extend, to the kind's.
    /// </summary>
    public static KindDefinition Add(
        KindDefinition kind, ImmutableArray<string> vocabulary, ImmutableArray<string> files, string templatesFolder,
        ICollection<Diagnostic> findings)
    {
        var read = new List<string>(kind.Files);
        YamlMap[] Maps(ImmutableArray<string> paths) =>
            [.. paths.Select(f => YamlExtends.ReadFile(f, templatesFolder, findings, read)).OfType<YamlMap>()];
        var (words, rules) = (Maps(vocabulary).FirstOrDefault(), Maps(files));
        return kind with { Vocabulary = words, RuleFiles = [.. rules], Files = [.. read.Distinct()] };
    }

    private static Diagnostic? Mistake(YamlText name, string path, string templatesFolder, IEnumerable<string> before)
    {
        if (!YamlExtends.IsUnder(path, templatesFolder)) return YamlMessages.OutsideRoot(name);
        if (!File.Exists(path)) return YamlMessages.NoSuchFile(name);
        return before.Contains(path) ? DefinitionMessages.SameRuleFile(name) : null;
    }
}
