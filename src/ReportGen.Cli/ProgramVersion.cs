using ReportGen.Templating;

namespace ReportGen.Cli;

/// <summary>The program's name and version.</summary>
internal static class ProgramVersion
{
    /// <summary>The name of the command.</summary>
    public const string Name = "reportgen";

    /// <summary>The released version, without the commit id.</summary>
    public static string Number => Generator.Version;
}
