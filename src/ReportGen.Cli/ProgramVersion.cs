using System.Reflection;

namespace ReportGen.Cli;

/// <summary>The program's name and version.</summary>
internal static class ProgramVersion
{
    /// <summary>The name of the command.</summary>
    public const string Name = "reportgen";

    /// <summary>The version as released, without the commit.</summary>
    public static string Number { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
