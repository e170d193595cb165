namespace ReportGen.Benchmarks;

/// <summary>The paths that the benchmarks use.</summary>
public static class Repository
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the kinds of report.</summary>
    public static string Templates => Path.Combine(Root, "templates");

    /// <summary>The published tool, built by <c>./build.sh dist</c>.</summary>
    public static string Tool =>
        Path.Combine(Root, "dist", "reportgen", OperatingSystem.IsWindows() ? "reportgen.exe" : "reportgen");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ReportGen.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("Run the benchmarks inside the repository.");
        }

        return folder;
    }
}
