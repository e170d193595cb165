namespace ReportGen;

/// <summary>The stages of the pipeline, in order.</summary>
public enum PipelineStage
{
    /// <summary>Workbook to model.</summary>
    Reading,

    /// <summary>The rules check the model.</summary>
    Checking,

    /// <summary>Model to HTML and Markdown.</summary>
    Rendering,

    /// <summary>HTML to PDF.</summary>
    Printing,
}
