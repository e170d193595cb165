namespace ReportGen.Printing.Chromium;

/// <summary>
/// Something went wrong in the browser. Stays within this namespace: the printer makes it a finding. The message is one line;
/// PuppeteerSharp appends a stack trace to some of its own.
/// </summary>
internal abstract class BrowserException(string message) : Exception(message.ReplaceLineEndings("\n").Split('\n')[0]);

/// <summary>The browser's process has ended.</summary>
internal sealed class BrowserGoneException() : BrowserException("The browser has ended.");

/// <summary>The process that lays out one page has crashed.</summary>
internal sealed class PageCrashedException() : BrowserException("The page's process has crashed.");

/// <summary>The browser refused a command.</summary>
internal sealed class CommandFailedException(string reason) : BrowserException(reason);

/// <summary>The browser did not come up.</summary>
internal sealed class BrowserStartException(string reason) : BrowserException(reason);

/// <summary>There is no browser on this machine.</summary>
internal sealed class BrowserMissingException() : BrowserException("No browser was found.");

/// <summary>One try at printing took too long.</summary>
internal sealed class PrintDeadlineException() : BrowserException("Printing took too long.");
