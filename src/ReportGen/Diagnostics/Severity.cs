namespace ReportGen.Diagnostics;

/// <summary>How serious a finding is, in increasing order.</summary>
public enum Severity
{
    /// <summary>For information; no action needed.</summary>
    Information,

    /// <summary>To be explained or accepted; does not prevent publication.</summary>
    Warning,

    /// <summary>Prevents publication of the report.</summary>
    Error,
}
