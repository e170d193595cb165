using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ReportGen.Cli.Preview;

/// <summary>Sends what happens to every open page.</summary>
internal sealed class EventHub
{
    private const int LongestQueue = 1000;
    private readonly ConcurrentDictionary<Channel<string>, byte> _pages = new();

    /// <summary>Whether any page listens.</summary>
    public bool HasListeners => !_pages.IsEmpty;

    /// <summary>A page's queue of events, from now on. A page that does not read loses the oldest: it asks for all when it wakes.</summary>
    public Subscription Subscribe()
    {
        var queue = Channel.CreateBounded<string>(new BoundedChannelOptions(LongestQueue) { FullMode = BoundedChannelFullMode.DropOldest });
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

    /// <summary>An event as the stream carries it.</summary>
    public static string Frame(string name, string json) => $"event: {name}\ndata: {json}\n\n";

    /// <summary>A page that listens, until it is disposed of.</summary>
    internal sealed class Subscription(ChannelReader<string> events, Action end) : IDisposable
    {
        public ChannelReader<string> Events => events;

        public void Dispose() => end();
    }
}
