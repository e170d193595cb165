using System.Globalization;
using ReportGen.Diagnostics;
using ReportGen.Rules;

namespace ReportGen;

/// <summary>What the pipeline itself has to say.</summary>
internal static class PipelineMessages
{
    private static readonly (string Chinese, string English)[] StageNames =
        [("读取工作簿", "reading the workbook"), ("核对", "checking"), ("排版", "rendering"), ("打印", "printing")];

    /// <summary>A profile's name for people, with the word that the command line takes.</summary>
    public static LocalizedText NameOf(CheckProfile profile) => profile switch
    {
        CheckProfile.Strict => new("严格（strict）", "strict"),
        CheckProfile.Minimal => new("最低（minimal）", "minimal"),
        _ => new("一般（default）", "default"),
    };

    public static Diagnostic Deadline(string file, PipelineStage stage, TimeSpan deadline)
    {
        var seconds = deadline.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
        var (chinese, english) = StageNames[(int)stage];
        return new Diagnostic
        {
            Id = "pipeline.deadline", Severity = Severity.Error, Location = new FileLocation { File = file },
            Message = new($"{seconds}秒内没有完成，时间用在“{chinese}”上。", $"Not done within {seconds} s; the time went into {english}."),
            Remedy = new("请再试一次；仍然如此，请用 --deadline 放宽时限，或检查内容是否异常地大。",
                "Try again; if it stays so, allow more with --deadline, or see whether the content is unusually large."),
        };
    }
}
