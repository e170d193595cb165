using ReportGen.Cli.Terminal;
using ReportGen.Definitions;
using ReportGen.Publishing;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Cli.Commands;

/// <summary>
/// The folder of <c>reportgen start</c>: one folder for workbooks, one for reports, a blank workbook of each kind and a page of
/// instructions.
/// </summary>
internal sealed class OfficeFolder
{
    private static readonly LocalizedText s_inbox = new("收件", "inbox");
    private static readonly LocalizedText s_output = new("发布", "published");
    private static readonly LocalizedText s_instructions = new("说明.txt", "README.txt");
    private readonly Language _language;

    private OfficeFolder(string path, Language language) => (Path, _language) = (path, language);

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The folder for filled-in workbooks.</summary>
    public string Inbox => PathOf(s_inbox.In(_language));

    /// <summary>The folder for reports and returned workbooks.</summary>
    public string Output => PathOf(s_output.In(_language));

    /// <summary>The folder for documents of the user, in it one for reports.</summary>
    public static string DefaultPath(UserTerminal terminal)
    {
        var documents = Environment.GetFolderPath(
            Environment.SpecialFolder.MyDocuments, Environment.SpecialFolderOption.DoNotVerify);
        return System.IO.Path.Combine(
            documents.Length > 0 ? documents : Environment.CurrentDirectory, terminal.Localize("年报", "ReportGen"));
    }

    /// <summary>Makes what is missing in the folder; what is there stays as it is.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="kinds">The kinds of report.</param>
    /// <param name="language">
    /// The language of the names and texts; a folder that has names in the other language keeps them.
    /// </param>
    /// <returns>The folder; an error if it cannot be written.</returns>
    public static Outcome<OfficeFolder> Prepare(string path, KindCatalog kinds, Language language)
    {
        var full = System.IO.Path.GetFullPath(path);
        var other = language == Language.Chinese ? Language.English : Language.Chinese;
        var isOther = Directory.Exists(System.IO.Path.Combine(full, s_inbox.In(other)))
            && !Directory.Exists(System.IO.Path.Combine(full, s_inbox.In(language)));
        var folder = new OfficeFolder(full, isOther ? other : language);
        try
        {
            return new(folder, folder.Fill(kinds) is { } failure ? [failure] : []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, [CommandMessages.CannotPrepare(full, e.Message)]);
        }
    }

    private Diagnostic? Fill(KindCatalog kinds)
    {
        Directory.CreateDirectory(Inbox);
        Directory.CreateDirectory(Output);
        foreach (var kind in kinds.Kinds.Select(k => kinds.Find(k, null)).OfType<KindDefinition>())
        {
            var name = SafeName.For(kind.Title.In(_language));
            var blank = PathOf(_language == Language.Chinese ? $"空白工作簿-{name}.xlsx" : $"Blank workbook - {name}.xlsx");
            if (File.Exists(blank)) continue;
            var content = StandardWorkbookWriter.Write(kind, WorkbookValues.None);
            if (AtomicFile.TryWrite(blank, content) is { } failure) return failure;
        }

        var instructions = PathOf(s_instructions.In(_language));
        // With a byte order mark and Windows line ends, every version of Notepad shows it.
        return File.Exists(instructions) ? null
            : AtomicFile.TryWrite(instructions, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Instructions())]);
    }

    private string Instructions() => (_language == Language.Chinese
        ? """
          怎样做报告

          1. 把“空白工作簿”复制到“收件”文件夹，改成自己单位的名字，用 Excel 或 WPS 填写、保存。
          2. 浏览器的网页上能看到报告印出来的样子，右边是查出的问题。改了再保存，网页自己更新。
          3. 关闭 Excel 或 WPS。几秒钟后，“发布”文件夹里就有 PDF、网页和 Markdown；还有错误的，那里是退回单，错的格子涂了颜色。

          程序要开着才会做报告。要结束，点网页右上角的“结束”。要再用，再双击一次程序。
          不需要上网，文件不会离开这台电脑。

          """
        : """
          How to make a report

          1. Copy the blank workbook to the folder "inbox", rename it, fill it in and save it.
          2. The page in the browser shows the report as it prints, with its findings. It updates with every save.
          3. Close the workbook. Seconds later, the folder "published" has the report as PDF, web page and Markdown; if there
             are errors, it has the returned workbook with the cells marked.

          Reports are made while the program runs. To end it, press "End" on the page. To use it again, start it again.
          No network is needed; no file leaves this computer.

          """).ReplaceLineEndings("\r\n");

    private string PathOf(string name) => System.IO.Path.Combine(Path, name);
}
