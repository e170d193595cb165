namespace ReportGen.Workbooks.Reading;

/// <summary>Aborts reading a workbook that is invalid or exceeds a limit. Caught by <see cref="WorkbookOpener"/>.</summary>
/// <param name="reason">The finding to show to the user.</param>
internal sealed class WorkbookRefusedException(Diagnostic reason) : Exception(reason.Message.English)
{
    /// <summary>The finding to show to the user.</summary>
    public Diagnostic Reason => reason;

    /// <summary>Throws if a count exceeds its limit.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="count">The count.</param>
    /// <param name="limit">The maximum.</param>
    /// <param name="chinese">What is counted, in Chinese.</param>
    /// <param name="english">What is counted, in English.</param>
    internal static void ThrowIfOver(string file, long count, long limit, string chinese, string english)
    {
        if (count > limit) throw new WorkbookRefusedException(FileMessages.OverLimit(file, chinese, english, limit));
    }
}
