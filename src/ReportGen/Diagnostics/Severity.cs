namespace ReportGen.Diagnostics;

/// <summary>How much a finding matters. The order is that of growing weight.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Information,

    /// <summary>Must be explained or accepted; does not stop publication.</summary>
    Warning,

    /// <summary>Stops publication of the report it belongs to.</summary>
    Error,
}
