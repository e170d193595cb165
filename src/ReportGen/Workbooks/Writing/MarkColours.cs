namespace ReportGen.Workbooks.Writing;

/// <summary>The colours of marked cells and of the list of findings, as ARGB in hexadecimal.</summary>
internal static class MarkColours
{
    /// <summary>The colour of cells that are involved in a finding elsewhere.</summary>
    public const string Related = "FFFBE5E5";

    /// <summary>Red for errors, yellow for warnings, blue for information.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "FFFF9999",
        Severity.Warning => "FFFFD966",
        _ => "FF9DC3E6",
    };
}
