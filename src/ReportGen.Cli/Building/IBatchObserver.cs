namespace ReportGen.Cli.Building;

/// <summary>Receives the progress of a batch. Implementations must be thread-safe.</summary>
internal interface IBatchObserver
{
    /// <summary>Called once before the first workbook.</summary>
    void Begin(int total);

    /// <summary>Called when a workbook starts (stage null), and at each stage.</summary>
    void Stage(string workbook, PipelineStage? stage);

    /// <summary>Called when a workbook is finished.</summary>
    /// <param name="result">Its result.</param>
    /// <param name="elapsed">The time that it took.</param>
    void Done(BuildResult result, TimeSpan elapsed);

    /// <summary>Called once at the end, also if the batch was stopped. All output is written when the task completes.</summary>
    Task EndAsync(BatchSummary summary);
}
