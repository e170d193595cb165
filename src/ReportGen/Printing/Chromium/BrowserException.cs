namespace ReportGen.Printing.Chromium;

/// <summary>
/// A failure of the browser. Internal to this namespace: the printer converts it to a diagnostic. The message is one line,
/// because PuppeteerSharp appends a stack trace to some of its messages.
/// </summary>
internal abstract class BrowserException(string message) : Exception(message.ReplaceLineEndings("\n").Split('\n')[0]);

/// <summary>The browser's process has ended.</summary>
internal sealed class BrowserGoneException() : BrowserException("The browser has ended.");

/// <summary>The renderer process of the page has crashed.</summary>
internal sealed class PageCrashedException() : BrowserException("The renderer process of the page has crashed.");

/// <summary>The browser rejected a command.</summary>
internal sealed class CommandFailedException(string reason) : BrowserException(reason);

/// <summary>The browser did not start.</summary>
internal sealed class BrowserStartException(string reason) : BrowserException(reason);

/// <summary>No browser was found on this machine.</summary>
internal sealed class BrowserMissingException() : BrowserException("No browser was found.");

/// <summary>One attempt at printing exceeded its deadline.</summary>
internal sealed class PrintDeadlineException() : BrowserException("Printing took too long.");
