using ReportGen.Printing.Preflight;
using static ReportGen.Diagnostics.Diagnostic;

namespace ReportGen.Printing;

/// <summary>The messages about printing.</summary>
internal static class PrintingMessages
{
    public static Diagnostic NoBrowser() => Error("printing.no-browser", null,
        "这台机器上没有找到打印 PDF 所用的浏览器。", "No browser that can print PDF was found on this machine.", BrowserRemedy());

    public static Diagnostic UntriedBrowser(string path) => OfFile("printing.untried-browser", Severity.Information, path,
        "这个浏览器也是 Chromium 内核，但没有试过能不能打印，所以没有使用。",
        "This browser is based on Chromium, but nobody has tried whether it prints; it is not used.",
        new($"想试一试，请把环境变量 {BrowserLocator.Variable} 设为它的路径，再运行 reportgen doctor：印得出试打印页就可以用。",
            $"To try it, set {BrowserLocator.Variable} to its path and run reportgen doctor, which prints a test page."));

    /// <summary>
    /// The browser failed, and a limit of this process is lower than a browser needs. The limit is named: what the browser itself
    /// says in that case is misleading.
    /// </summary>
    public static Diagnostic LimitTooLow(ProcessLimit limit, string reason) => Error("environment.process-limit", null,
        $"浏览器没有运行起来（{reason}）。原因可能是本程序受到的限制太小：{limit.Name.Chinese}只有 {limit.Value}，浏览器至少需要 {limit.Needed}。",
        $"The browser failed ({reason}), probably because a limit of this process is too low: {limit.Name.English} is "
            + $"{limit.Value}, and a browser needs at least {limit.Needed}.",
        new($"请放宽限制：在启动程序的窗口里运行 {limit.Command}；用 systemd 运行的，在服务文件里写 {limit.Setting}。",
            $"Raise it: run {limit.Command} in the shell that starts the program; in a systemd unit, write {limit.Setting}."));

    public static Diagnostic NotStarted(string reason) => ProcessLimit.TooLow() is { } limit ? LimitTooLow(limit, reason)
        : Error("printing.browser-not-started", null,
        $"浏览器无法启动：{reason}", $"The browser cannot be started: {reason}",
        reason.Contains("sandbox", StringComparison.OrdinalIgnoreCase)
            ? new("请安装 chromium-sandbox（apt-get install chromium-sandbox）；在容器中运行时，也可设环境变量 REPORTGEN_BROWSER_SANDBOX=off。",
                "Install chromium-sandbox (apt-get install chromium-sandbox); in a container you can also set "
                    + "REPORTGEN_BROWSER_SANDBOX=off.")
            : new("请更新浏览器，或用环境变量 REPORTGEN_BROWSER 指定另一个浏览器；在容器中运行时，可设 REPORTGEN_BROWSER_SANDBOX=off。",
                "Update the browser, or name another one with REPORTGEN_BROWSER; in a container, set "
                    + "REPORTGEN_BROWSER_SANDBOX=off."));

    public static Diagnostic Crashed(string title, string reason) => ProcessLimit.TooLow() is { } limit
        ? LimitTooLow(limit, reason)
        : Error("printing.crashed", null,
        $"打印《{title}》时浏览器两次意外退出（{reason}），未生成 PDF。",
        $"The browser failed twice while printing “{title}” ({reason}); no PDF was created.",
        new("请再运行一次；若仍然失败，请检查内存是否不足。", "Run again; if it fails again, check whether memory is low."));

    public static Diagnostic TooSlow(string title, TimeSpan deadline) => Error("printing.deadline", null,
        $"打印《{title}》超过 {Seconds(deadline)} 秒仍未完成，已停止，未生成 PDF。",
        $"Printing “{title}” took longer than {Seconds(deadline)} s and was stopped; no PDF was created.",
        new("请检查报告是否过长，或模板是否有异常的版式。", "Check whether the report is too long, or its template has an endless layout."));

    public static Diagnostic Retried(string title, string reason) => OfFile("printing.retried", Severity.Information, null,
        $"打印《{title}》时浏览器意外退出（{reason}），已换新的浏览器重新打印成功。",
        $"The browser failed while printing “{title}” ({reason}); the report was printed again by a new one.");

    public static Diagnostic Blocked(string address) => Warning("printing.blocked-address", null,
        $"报告引用了外部内容，打印时不会读取：{address}",
        $"The report has an external reference, which is not fetched: {address}",
        new("请在模板中以 data: 地址内嵌图片和字体，并删去其他引用。",
            "In the template, embed pictures and fonts as data: addresses, and remove other references."));

    public static Diagnostic RuleBroken(string title, PdfRule rule, PdfPlace place) => rule.IsOfFonts
        ? Warning(rule.Id, null,
            $"《{title}》的 PDF 已生成，但没有标明符合 PDF/A 和 PDF/UA：这台机器上的字体不符合规则“{rule.Chinese}”（{rule.FullClauses}"
                + $"{Chinese(place)}）。",
            $"The PDF of “{title}” was created, but does not claim to follow PDF/A and PDF/UA: a font of this machine breaks the "
                + $"rule “{rule.English}” ({rule.FullClauses}{English(place)}).",
            rule.Remedy!)
        : Error(rule.Id, null,
        $"《{title}》的 PDF 不符合规则“{rule.Chinese}”（{rule.FullClauses}{Chinese(place)}），未生成 PDF。",
        $"The PDF of “{title}” breaks the rule “{rule.English}” ({rule.FullClauses}{English(place)}); no PDF was created.",
        rule.Remedy ?? new("请更新浏览器后再试；若仍然如此，请把这条信息告诉程序的维护者。",
            "Update the browser and try again; if it persists, report this message to the maintainers of the program."));

    public static Diagnostic NotA4(int page, double width, double height) => Warning("printing.page-size", null,
        $"第 {page} 页不是 A4（{Millimetres(width)}×{Millimetres(height)} mm）。",
        $"Page {page} is not A4 ({Millimetres(width)} × {Millimetres(height)} mm).",
        new("请在模板的 @page 规则中写 size: A4。", "Write size: A4 in the template's @page rule."));

    public static Diagnostic Type3(int fonts) => Warning("printing.type3-font", null,
        $"PDF 中有 {fonts} 个 Type 3 字体：文件偏大，印刷厂可能无法处理。",
        $"The PDF has {fonts} Type 3 fonts: the file is large, and a printing house may reject it.",
        new("请运行 reportgen doctor 检查字体；模板中只用自带字体，不要合成粗体。",
            "Run reportgen doctor to check the fonts; use only the bundled ones in the template, and no synthetic bold."));

    public static Diagnostic NoPdf(string title) => Error("printing.no-pdf", null,
        $"浏览器没有为《{title}》给出可用的 PDF。", $"The browser did not return a usable PDF for “{title}”.",
        new("请更新浏览器后再试。", "Update the browser and try again."));

    public static Diagnostic NoBundledFonts() => Warning("printing.no-bundled-fonts", null,
        "没有找到随程序提供的字体，报告将使用这台机器上的字体，版面可能与别处不同。",
        "The bundled fonts were not found: reports use the fonts of this machine, and pages may look different elsewhere.",
        new("下载的程序自带 fonts 文件夹，请和程序放在一起；自己生成的程序，请用 ./build.sh fonts 生成字体。也可用环境变量 REPORTGEN_FONTS "
                + "指定字体文件夹。",
            "The downloaded program comes with a folder fonts: keep it beside the program. For a program that you built, create "
                + "it with ./build.sh fonts. Or set REPORTGEN_FONTS to the folder."));

    public static Diagnostic FontsMissing(string neededBy, IEnumerable<string> families) => Warning("printing.font-missing", null,
        $"“{neededBy}”的模板需要的字体，这台机器上没有，模板列出的替代字体也没有：{string.Join("、", families)}",
        $"Neither these fonts, which the templates of “{neededBy}” need, nor their substitutes are "
            + $"installed: {string.Join(", ", families)}",
        FontRemedy());

    private static LocalizedText FontRemedy() =>
        OperatingSystem.IsWindows() ? new(
            "请在“设置 › 应用 › 可选功能”中添加“中文（简体）补充字体”。",
            "Add “Chinese (Simplified) Supplemental Fonts” under Settings › Apps › Optional features.")
        : OperatingSystem.IsMacOS() ? new(
            "请在“字体册”中下载该字体，或安装随程序提供的 fonts 文件夹中的字体。",
            "Download the font in Font Book, or install the faces of the bundled folder fonts.")
        : new(
            "请运行 ./build.sh fonts，并把 fonts 文件夹放在程序旁边。",
            "Run ./build.sh fonts and put the folder fonts beside the program.");

    public static LocalizedText BrowserRemedy() =>
        OperatingSystem.IsWindows() ? new(
            "请安装 Microsoft Edge 或 Google Chrome（Windows 10、11 自带 Edge），或用环境变量 REPORTGEN_BROWSER 指定浏览器程序。",
            "Install Microsoft Edge (part of Windows 10 and 11) or Google Chrome, or set REPORTGEN_BROWSER to the browser's "
                + "executable.")
        : OperatingSystem.IsMacOS() ? new(
            "请安装 Google Chrome（brew install --cask google-chrome），或用环境变量 REPORTGEN_BROWSER 指定浏览器程序。",
            "Install Google Chrome (brew install --cask google-chrome), or set REPORTGEN_BROWSER to the browser's executable.")
        : new(
            "请安装 chromium-headless-shell 或 chromium（apt-get install chromium），统信、麒麟可在应用商店安装 Chromium、Chrome 或 Edge；"
                + "也可用环境变量 REPORTGEN_BROWSER 指定浏览器程序。",
            "Install chromium-headless-shell or chromium (apt-get install chromium); UOS and Kylin have Chromium, Chrome and "
                + "Edge in their stores. Or set REPORTGEN_BROWSER to the browser's executable.");

    private static string Chinese(PdfPlace place) =>
        place.Page > 0 ? $"；第 {place.Page} 页" : place.Object > 0 ? $"；对象 {place.Object}" : "";

    private static string English(PdfPlace place) =>
        place.Page > 0 ? $"; page {place.Page}" : place.Object > 0 ? $"; object {place.Object}" : "";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Millimetres(double points) => (points / 72 * 25.4).ToString("0", CultureInfo.InvariantCulture);
}
