using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ReportGen.Cli.Preview;

/// <summary>Sends events to all open pages. Thread-safe.</summary>
internal sealed class EventHub
{
    private const int QueueLength = 1000;
    private readonly ConcurrentDictionary<Channel<string>, byte> _pages = new();

    /// <summary>Whether any page is connected.</summary>
    public bool HasListeners => !_pages.IsEmpty;

    /// <summary>
    /// Subscribes a page to events from now on. If a page does not read, the oldest events are dropped; it requests the full
    /// state when it reconnects.
    /// </summary>
    public Subscription Subscribe()
    {
        var queue = Channel.CreateBounded<string>(
            new BoundedChannelOptions(QueueLength) { FullMode = BoundedChannelFullMode.DropOldest });
        _pages[queue] = 0;
        return new Subscription(queue.Reader, () => _pages.TryRemove(queue, out _));
    }

    /// <summary>Sends an event to all pages.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="json">One line of JSON.</param>
    public void Send(string name, string json)
    {
        foreach (var queue in _pages.Keys) queue.Writer.TryWrite(Frame(name, json));
    }

    /// <summary>Formats an event for the event stream.</summary>
    public static string Frame(string name, string json) => $"event: {name}\ndata: {json}\n\n";

    /// <summary>The subscription of a page; dispose to end.</summary>
    internal sealed class Subscription(ChannelReader<string> events, Action end) : IDisposable
    {
        public ChannelReader<string> Events => events;

        public void Dispose() => end();
    }
}
