namespace ReportGen.Cli;

/// <summary>The exit codes; a test compares <c>docs/cli.md</c> with this list.</summary>
internal static class ExitCodes
{
    /// <summary>Success: nothing stops publication.</summary>
    public const int Ok = 0;

    /// <summary>A workbook has errors: the report was not published.</summary>
    public const int Data = 1;

    /// <summary>The command line is not valid.</summary>
    public const int Usage = 2;

    /// <summary>A template or the definition of a kind has an error.</summary>
    public const int Template = 3;

    /// <summary>Internal error of the program.</summary>
    public const int Program = 4;

    /// <summary>Of several reports, some were built and others were not.</summary>
    public const int PartOfBatch = 5;

    /// <summary>This machine lacks something that the program needs: the browser, a font, a writable folder.</summary>
    public const int Environment = 6;

    /// <summary>Stopped with Ctrl-C; the code that shells use.</summary>
    public const int Interrupted = 130;

    /// <summary>
    /// Returns the exit code for findings: that of the most severe cause. An internal error that concerns one workbook counts as
    /// an error of that workbook.
    /// </summary>
    public static int For(IEnumerable<Diagnostic> findings)
    {
        var (unexpected, others) = (findings.Where(IsUnexpected).ToList(), findings.Where(f => !IsUnexpected(f)));
        return Math.Max(unexpected.Count > 0 ? Data : Ok, ForOthers(others));
    }

    /// <summary>
    /// Returns the exit code for the findings of each workbook and of the run: <see cref="PartOfBatch"/> if an internal error
    /// stopped some workbooks only, otherwise that of the most severe cause.
    /// </summary>
    public static int For(IEnumerable<ImmutableArray<Diagnostic>> workbooks, IEnumerable<Diagnostic> others)
    {
        var all = workbooks.ToList();
        var code = For(all.SelectMany(f => f).Concat(others));
        return code == Data && all.Exists(w => w.Any(IsUnexpected)) && !all.TrueForAll(w => w.Any(IsUnexpected)) ? PartOfBatch
            : code;
    }

    private static bool IsUnexpected(Diagnostic finding) => finding.Id == UnexpectedErrors.Id;

    private static int ForOthers(IEnumerable<Diagnostic> findings) => ErrorCauses.Of(findings) switch
    {
        ErrorCause.None => Ok,
        ErrorCause.Data => Data,
        ErrorCause.Usage => Usage,
        ErrorCause.Template => Template,
        ErrorCause.Environment => Environment,
        _ => Program,
    };
}
