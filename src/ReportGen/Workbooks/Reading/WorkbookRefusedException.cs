namespace ReportGen.Workbooks.Reading;

/// <summary>Ends the reading of a workbook that cannot or must not be read on. Never leaves <see cref="WorkbookOpener"/>.</summary>
/// <param name="reason">The finding to show to the user.</param>
public sealed class WorkbookRefusedException(Diagnostic reason) : Exception(reason.Message.English)
{
    /// <summary>The finding to show to the user.</summary>
    public Diagnostic Reason => reason;

    /// <summary>Refuses where a count is beyond its limit.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="limit">How many there may be.</param>
    /// <param name="chinese">What is counted, in Chinese.</param>
    /// <param name="english">The same in English.</param>
    internal static void ThrowIfOver(string file, long count, long limit, string chinese, string english)
    {
        if (count > limit) throw new WorkbookRefusedException(FileMessages.OverLimit(file, chinese, english, limit));
    }
}
