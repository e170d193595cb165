using System.Text;

namespace ReportGen.Tests.Examples;

/// <summary>
/// Compares what the program makes with files that a person has approved. With REPORTGEN_APPROVE=1 in the environment the
/// files are written instead (<c>./build.sh approve</c>); the change is then seen in review.
/// </summary>
internal static class Approval
{
    private static bool IsApproving => Environment.GetEnvironmentVariable("REPORTGEN_APPROVE") == "1";

    public static void Check(string path, string actual) => Check(path, Encoding.UTF8.GetBytes(actual));

    public static void Check(string path, byte[] actual)
    {
        if (IsApproving)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(actual)) File.WriteAllBytes(path, actual);
            return;
        }

        Assert.That(path, Does.Exist, "Not approved yet: ./build.sh approve");
        var approved = File.ReadAllBytes(path);
        if (!approved.AsSpan().SequenceEqual(actual))
        {
            Assert.Fail(
                $"{Path.GetFileName(path)} differs from the approved file {Difference(approved, actual)}. If that is meant: "
                    + "./build.sh approve");
        }
    }

    private static string Difference(byte[] approved, byte[] actual)
    {
        var at = approved.AsSpan().CommonPrefixLength(actual);
        return $"from byte {at} on: “{Around(approved, at)}” is now “{Around(actual, at)}”";
    }

    private static string Around(byte[] text, int at)
    {
        var start = Math.Max(0, at - 40);
        return Encoding.UTF8.GetString(text, start, Math.Min(100, text.Length - start)).ReplaceLineEndings("⏎");
    }
}
