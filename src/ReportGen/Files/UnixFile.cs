using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ReportGen.Files;

/// <summary>Opens files on Linux and macOS without waiting, which the file API of .NET cannot.</summary>
internal static partial class UnixFile
{
    private const int TypeMask = 0xF000;
    private const int RegularType = 0x8000;

    // LOCK_SH | LOCK_NB
    private const int SharedLock = 0x1 | 0x4;

    private enum Error
    {
        NotPermitted = 1, NoEntry = 2, NoDevice = 6, AccessDenied = 13, NotFolder = 20, IsFolder = 21,
    }

    private static int WouldBlock => OperatingSystem.IsLinux() ? 11 : 35;

    // O_RDONLY | O_NONBLOCK | O_CLOEXEC
    private static readonly int s_flags = OperatingSystem.IsLinux() ? 0x800 | 0x80000 : 0x4 | 0x1000000;

    /// <summary>Opens a regular file for reading.</summary>
    /// <exception cref="NotRegularFileException">It is not a regular file.</exception>
    /// <exception cref="IOException">It does not exist or cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SafeFileHandle Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.Contains('\0', StringComparison.Ordinal)) throw new FileNotFoundException(null, path);
        var descriptor = OpenDescriptor(path, s_flags);
        if (descriptor < 0) throw Failure(path, Marshal.GetLastPInvokeError());
        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        try
        {
            if (!IsRegular(handle)) throw new NotRegularFileException(path);
            // Programs in .NET lock what they write; other locks, and file systems without locks, do not matter.
            if (Lock(handle, SharedLock) < 0 && Marshal.GetLastPInvokeError() == WouldBlock)
                throw new IOException(Marshal.GetPInvokeErrorMessage(WouldBlock));
            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static bool IsRegular(SafeFileHandle handle)
    {
        // The runtime's own structure, the same on all systems: flags, mode, and less than 256 bytes in all.
        Span<int> status = stackalloc int[64];
        return Status(handle, ref MemoryMarshal.GetReference(status)) == 0 && (status[1] & TypeMask) == RegularType;
    }

    private static Exception Failure(string path, int error) => (Error)error switch
    {
        Error.NoEntry => new FileNotFoundException(null, path),
        Error.NotFolder => new DirectoryNotFoundException(Marshal.GetPInvokeErrorMessage(error)),
        Error.NotPermitted or Error.AccessDenied => new UnauthorizedAccessException(Marshal.GetPInvokeErrorMessage(error)),
        // A socket, or a device that is not there.
        Error.NoDevice or Error.IsFolder => new NotRegularFileException(path),
        _ => new IOException(Marshal.GetPInvokeErrorMessage(error)),
    };

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenDescriptor(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle handle, int operation);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_FStat", SetLastError = true)]
    private static partial int Status(SafeFileHandle handle, ref int status);
}
