using System.Diagnostics;
using ReportGen.Templating;

namespace ReportGen;

/// <summary>
/// Turns an exception that nobody expected into a finding of the file that caused it, so that the other files of a run go on.
/// </summary>
public static class UnexpectedErrors
{
    /// <summary>The id of the finding.</summary>
    public const string Id = "pipeline.unexpected";

    /// <summary>Returns the finding: version, type of the exception and place in the program, for its maintainers.</summary>
    /// <param name="file">The path of the file as the user gave it.</param>
    /// <param name="error">The exception.</param>
    public static Diagnostic Of(string file, Exception error)
    {
        var cause = error.GetBaseException();
        var detail = $"{cause.GetType().Name}, {PlaceOf(cause)}, {Generator.Name}";
        return Diagnostic.OfFile(Id, Severity.Error, file,
            $"程序内部出错，这个文件没有处理完（{detail}）。", $"Internal error: this file could not be processed ({detail}).",
            new("其他文件不受影响。请把这条消息告诉维护人员，方便的话附上这个文件。",
                "Other files are not affected. Report this message to the maintainers, if possible together with the file."));
    }

    // The innermost method of the program itself.
    private static string PlaceOf(Exception cause) =>
        new StackTrace(cause).GetFrames().Select(DiagnosticMethodInfo.Create)
            .FirstOrDefault(m => m?.DeclaringTypeName?.StartsWith("ReportGen.", StringComparison.Ordinal) == true) is { } method
            ? $"{method.DeclaringTypeName}.{method.Name}" : "?";
}
