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

/// <summary>The display names of the stages.</summary>
public static class PipelineStages
{
    /// <summary>A stage's display name, in lower case in English.</summary>
    public static LocalizedText NameOf(PipelineStage stage) => stage switch
    {
        PipelineStage.Reading => new("读取", "reading"),
        PipelineStage.Checking => new("核对", "checking"),
        PipelineStage.Rendering => new("排版", "rendering"),
        _ => new("打印", "printing"),
    };
}
