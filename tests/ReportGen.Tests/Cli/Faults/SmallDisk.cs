using System.Diagnostics;

namespace ReportGen.Tests.Cli.Faults;

/// <summary>A folder on a small file system of its own. Needs permission to mount; otherwise the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _path;

    private SmallDisk(string path) => _path = path;

    public static SmallDisk At(string path, int kilobytes)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess
            || Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", path) != 0)
        {
            Assert.Ignore("May not mount: the test of the file limit stands in");
        }

        return new SmallDisk(path);
    }

    /// <summary>Enlarges the file system.</summary>
    public void Grow() => Assert.That(Run("mount", "-o", "remount,size=64m", _path), Is.Zero);

    /// <summary>Makes the file system read-only, or writable again.</summary>
    public void SetReadOnly(bool isReadOnly) =>
        Assert.That(Run("mount", "-o", isReadOnly ? "remount,ro" : "remount,rw", _path), Is.Zero);

    public void Dispose() => Run("umount", "-l", _path);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
