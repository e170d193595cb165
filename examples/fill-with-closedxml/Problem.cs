namespace FillWithClosedXml;

/// <summary>An error in the CSV file, told in the words of the person who keeps the file.</summary>
/// <param name="Line">The line of the file, counted from 1; 0 for the whole file.</param>
/// <param name="Column">The heading of the column; null for the whole line.</param>
/// <param name="Reason">What is wrong and what would be right.</param>
internal sealed record Problem(int Line, string? Column, string Reason)
{
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => Reason,
        (_, null) => $"第 {Line} 行：{Reason}",
        _ => $"第 {Line} 行，“{Column}”列：{Reason}",
    };
}

/// <summary>The program cannot go on, for a reason outside of the CSV file.</summary>
/// <param name="exitCode">How the program ends; see <c>Program.cs</c>.</param>
/// <param name="reason">What is said to the user.</param>
internal sealed class StopException(int exitCode, string reason) : Exception(reason)
{
    public int ExitCode { get; } = exitCode;
}
