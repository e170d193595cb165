using ReportGen.Ledgers;
using ReportGen.Publishing;

namespace ReportGen.Cli.Watching;

/// <summary>Creates watchers.</summary>
internal static class Watcher
{
    /// <summary>Creates a watcher of an inbox.</summary>
    /// <exception cref="IOException">The output folder cannot be read or written.</exception>
    public static WatchLoop Of(
        string inbox, OutputFolder folder, PublishOptions publish, TemplateReloader templates, IWatchEventSink events,
        WatchLoopOptions options)
    {
        var journal = Journal.Open(folder);
        var language = publish.Language.For(templates.Current?.Pipeline.Catalog.Language);
        var style = new LedgerStyle(options.Templates, language, options.Time.LocalTimeZone);
        if (options.Expected.Remember(folder) is { } notKept) events.Write(new WatchNotice(notKept, []));
        return new WatchLoop(
            new Inbox(Path.TrimEndingDirectorySeparator(Path.GetFullPath(inbox)), folder.Path,
                new CorrectedReturns(folder, journal)),
            templates,
            new WorkbookProcessor(folder, journal, new WorkbookClaims(folder), publish, options.Time),
            new LedgerUpdater(folder, journal, options.Expected, style, options),
            events,
            options);
    }
}
