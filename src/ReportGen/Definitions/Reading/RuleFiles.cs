using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Reading;

/// <summary>Finds and loads the rule files of a kind.</summary>
internal static class RuleFiles
{
    /// <summary>The full paths of the files in <paramref name="names"/>. Reports each name that cannot be used.</summary>
    public static ImmutableArray<string> Find(ImmutableArray<YamlText> names, string templatesFolder)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names)
        {
            var path = Path.GetFullPath(name.Value, Path.GetDirectoryName(name.Source.File)!);
            if (ErrorIn(name, path, templatesFolder, files) is { } error) name.Report(error);
            else files.Add(path);
        }

        return files.ToImmutable();
    }

    /// <summary>
    /// Returns the kind with the content of its <paramref name="vocabulary"/> (at most one file) and its rule
    /// <paramref name="files"/>, and with the paths of all files read. Adds errors to <paramref name="findings"/>.
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

    private static Diagnostic? ErrorIn(YamlText name, string path, string templatesFolder, IEnumerable<string> before)
    {
        if (!YamlExtends.IsUnder(path, templatesFolder)) return YamlMessages.OutsideRoot(name);
        if (!File.Exists(path)) return YamlMessages.NoSuchFile(name);
        return before.Contains(path) ? DefinitionMessages.SameRuleFile(name) : null;
    }
}
