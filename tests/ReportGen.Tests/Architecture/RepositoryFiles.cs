namespace ReportGen.Tests.Architecture;

/// <summary>The files of the repository that a reader sees: sources, templates, docs; not what a build makes.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] s_madeFolders =
        ["bin", "obj", "dist", "out", "artifacts", "TestResults", ".git", ".playwright", "node_modules"];

    private static readonly string[] s_textEndings =
        [".cs", ".csproj", ".sln", ".props", ".md", ".yaml", ".yml", ".json", ".sh", ".ps1", ".cake", ".css", ".js", ".html",
            ".sbn-html", ".sbn-md", ".txt", ".py", ".xml", ".csv", ".conf"];

    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Under(string folder, string ending = "*") =>
        Directory.Exists(Path.Combine(Root, folder)) ? Walk(Path.Combine(Root, folder), ending) : [];

    public static IEnumerable<string> Texts() =>
        Walk(Root, "*").Where(file => s_textEndings.Any(e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase))
                                      || Path.GetDirectoryName(file)!.EndsWith(".ci", StringComparison.Ordinal));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder, string ending) =>
        Directory.EnumerateFiles(folder, ending)
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(sub => !s_madeFolders.Contains(Path.GetFileName(sub)))
                .SelectMany(sub => Walk(sub, ending)));

    private static string FindRoot()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "ReportGen.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
