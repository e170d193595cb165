namespace ReportGen;

/// <summary>The stages that a report goes through, in order.</summary>
public enum PipelineStage
{
    /// <summary>The workbook becomes a model.</summary>
    Reading,

    /// <summary>The model is held against the rules.</summary>
    Checking,

    /// <summary>The model becomes HTML and Markdown.</summary>
    Rendering,

    /// <summary>The HTML becomes PDF.</summary>
    Printing,
}
