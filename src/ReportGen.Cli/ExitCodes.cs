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

    /// <summary>The code for what was found: the most severe cause decides.</summary>
    public static int For(IEnumerable<Diagnostic> findings) => ErrorCauses.Of(findings) switch
    {
        ErrorCause.None => Ok,
        ErrorCause.Data => Data,
        ErrorCause.Usage => Usage,
        ErrorCause.Template => Template,
        ErrorCause.Environment => Environment,
        _ => Engine,
    };
}
