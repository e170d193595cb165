namespace ReportGen.Cli.Inputs;

/// <summary>Last year's reports as a command line names them.</summary>
internal static class PreviousWorkbooks
{
    /// <summary>Reads last year's workbook, or all in a folder.</summary>
    /// <param name="pipeline">Reads them.</param>
    /// <param name="path">The workbook or folder; null for none.</param>
    /// <param name="forOne">Whether one workbook is checked: then one previous workbook is taken to be of the same body.</param>
    /// <returns>The reports; null, with findings, when the path leads to none.</returns>
    public static Outcome<PreviousReports> Load(ReportPipeline pipeline, string? path, bool forOne)
    {
        if (path is null) return new(PreviousReports.None, []);
        var (files, missing) = WorkbookFiles.Find([path]);
        return missing.IsEmpty ? PreviousReports.Read(pipeline, path, files!, forOne) : new(null, missing);
    }
}
