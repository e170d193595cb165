namespace ReportGen.Cli.Inputs;

/// <summary>Reads last year's reports from a path of the command line.</summary>
internal static class PreviousWorkbooks
{
    /// <summary>Reads last year's workbook, or all workbooks of a folder.</summary>
    /// <param name="pipeline">The pipeline that reads them.</param>
    /// <param name="path">The workbook or folder; null for none.</param>
    /// <param name="forOne">Whether a single workbook is checked; a previous workbook may then name another body.</param>
    /// <returns>The reports; null, with findings, if the path has none.</returns>
    public static Outcome<PreviousReports> Load(ReportPipeline pipeline, string? path, bool forOne)
    {
        if (path is null) return new(PreviousReports.None, []);
        var (files, missing) = WorkbookFiles.Find([path]);
        if (files!.Count == 0) return new(null, missing);
        var (reports, findings) = PreviousReports.Read(pipeline, path, files, forOne);
        return new(reports, [.. missing, .. findings]);
    }
}
