using System.Reflection;

namespace ReportGen.Templating;

/// <summary>The program as named in the documents that it generates.</summary>
public static class Generator
{
    /// <summary>The released version, without the commit id.</summary>
    public static string Version { get; } =
        typeof(Generator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion
            .Split('+')[0];

    /// <summary>The name and version, for a page's <c>generator</c>.</summary>
    public static string Name { get; } = "ReportGen " + Version;
}
