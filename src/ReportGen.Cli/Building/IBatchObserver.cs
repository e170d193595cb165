namespace ReportGen.Cli.Building;

/// <summary>Is told how a batch goes on. Calls come from several threads at once.</summary>
internal interface IBatchObserver
{
    /// <summary>A batch of so many workbooks begins.</summary>
    void Begin(int total);

    /// <summary>A workbook is taken up, or comes to its next stage.</summary>
    void Stage(string workbook, PipelineStage? stage);

    /// <summary>A workbook is done.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="elapsed">How long it took.</param>
    void Done(BuildResult result, TimeSpan elapsed);

    /// <summary>All are done, or the batch was stopped. What is written after this call follows what the observer wrote.</summary>
    Task EndAsync(BatchSummary summary);
}
