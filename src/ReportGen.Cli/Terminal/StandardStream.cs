using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ReportGen.Cli.Terminal;

/// <summary>
/// A standard output or error that never throws. What the program does must not depend on whether somebody can read its
/// messages: a failed write, as on a full disk, is reported once and remembered, and the next write is tried again. A reader that
/// has gone (<c>| head</c>) is not a failure; .NET discards what is written to it.
/// </summary>
/// <param name="stream">The stream of the system.</param>
/// <param name="failure">Why nothing can be written from the beginning; null if it can.</param>
internal sealed class StandardStream(Stream stream, string? failure = null) : Stream
{
    /// <summary>The number of standard output.</summary>
    public const int Output = 1;

    private const int FileSizeSignal = 25;
    private static readonly List<SafeFileHandle> s_replacements = [];
    private static PosixSignalRegistration? s_fileSizeLimit;
    private bool _isCut;

    /// <summary>Why something could not be written; null if everything was.</summary>
    public string? Failure { get; private set; } = failure;

    /// <summary>Receives the reason of the first failed write.</summary>
    public Action<string>? Failed { get; init; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// Opens the null device in place of standard streams that are closed. Otherwise the system would give their numbers to the
    /// next files that are opened, and messages would be written into these. A write beyond the limit of the size of files
    /// becomes an error; it would end the process.
    /// </summary>
    /// <returns>The numbers of the closed streams.</returns>
    public static IReadOnlyCollection<int> ReplaceClosed()
    {
        var closed = new List<int>();
        if (OperatingSystem.IsWindows()) return closed;
        if (OperatingSystem.IsLinux())
            s_fileSizeLimit ??= PosixSignalRegistration.Create((PosixSignal)FileSizeSignal, context => context.Cancel = true);
        while (true)
        {
            // The system gives the lowest free number.
            var handle = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            var number = (int)handle.DangerousGetHandle();
            if (number > 2)
            {
                handle.Dispose();
                return closed;
            }

            s_replacements.Add(handle);
            closed.Add(number);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            // After a line that was cut off, the next one begins on its own.
            if (_isCut) stream.Write("\n"u8);
            _isCut = false;
            stream.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _isCut = true;
            Fail(e.Message);
        }
    }

    public override void Flush()
    {
        // The system's stream has no buffer.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Fail(string reason)
    {
        if (Failure is not null) return;
        Failure = reason;
        Failed?.Invoke(reason);
    }
}
