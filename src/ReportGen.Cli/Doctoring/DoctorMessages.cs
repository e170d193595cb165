using ReportGen.Diagnostics;

namespace ReportGen.Cli.Doctoring;

/// <summary>What can be wrong with a machine.</summary>
internal static class DoctorMessages
{
    public static Diagnostic NoFonts() => new()
    {
        Id = "environment.no-fonts",
        Severity = Severity.Warning,
        Message = new("没有找到随程序提供的字体，页面会用这台机器上的字体，各处可能不一样。",
            "The fonts that belong to the program were not found; pages take this machine's fonts and may differ elsewhere."),
        Remedy = new("在源代码文件夹运行 ./build.sh fonts，或用环境变量 REPORTGEN_FONTS 指定字体文件夹。",
            "Run ./build.sh fonts in the source folder, or name the folder of the fonts with REPORTGEN_FONTS."),
    };

    public static Diagnostic FontMissing(string kind, string wanted, string? used) => new()
    {
        Id = "environment.font-missing",
        Severity = Severity.Warning,
        Message = used is null
            ? new($"“{kind}”的模板需要字体“{wanted}”，这台机器上没有，也没有替代的字体。", $"The templates of “{kind}” need the font “{wanted}”; neither it nor a substitute is here.")
            : new($"“{kind}”的模板需要字体“{wanted}”，这台机器上没有，将用“{used}”代替。", $"The templates of “{kind}” need the font “{wanted}”; “{used}” will stand in for it."),
        Remedy = new("在源代码文件夹运行 ./build.sh fonts，或安装该字体。", "Run ./build.sh fonts in the source folder, or install the font."),
    };
}
