using ReportGen.Diagnostics;

namespace ReportGen.Cli;

/// <summary>What the program tells its caller when it ends. The one list; <c>docs/cli.md</c> repeats it.</summary>
internal static class ExitCodes
{
    /// <summary>Everything asked for was done, and nothing stops publication.</summary>
    public const int Ok = 0;

    /// <summary>A workbook has errors: the report was not published.</summary>
    public const int Data = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>A template or a kind's definition has a mistake.</summary>
    public const int Template = 3;

    /// <summary>The program itself failed.</summary>
    public const int Engine = 4;

    /// <summary>Several reports were asked for: some were built, some were not.</summary>
    public const int PartOfBatch = 5;

    /// <summary>Something that the program needs is missing on this machine: the browser, a font, a folder it may write to.</summary>
    public const int Environment = 6;

    /// <summary>Stopped by the user with Ctrl-C, as a shell reports it.</summary>
    public const int Interrupted = 130;

    /// <summary>The code for what was found: the gravest cause decides, in the order environment, engine, template, usage, data.</summary>
    public static int For(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(d => d.Severity == Severity.Error).Select(For).OrderDescending().FirstOrDefault(Ok);

    // A message's key begins with the room that it comes from; a rule of the kind (T3-02) is about data.
    private static int For(Diagnostic diagnostic) => diagnostic.Id switch
    {
        "printing.no-browser" or "printing.browser-not-started" => Environment,
        "kind.unknown-kind" or "command.file-exists" or "command.same-folder" or "command.no-such-field" or "command.year-needed" => Usage,
        "kind.no-edition-for-year" => Data,
        var id => id.Split('.')[0] switch
        {
            "environment" => Environment,
            "printing" or "pipeline" => Engine,
            "template" or "yaml" or "kind" => Template,
            _ => Data,
        },
    };
}
