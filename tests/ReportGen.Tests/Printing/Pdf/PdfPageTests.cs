using ReportGen.Diagnostics;
using ReportGen.Printing.Preflight;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Examples;

namespace ReportGen.Tests.Printing.Pdf;

/// <summary>The pages that describe the PDF are up to date: <c>./build.sh approve</c> regenerates their lists of rules.</summary>
public sealed class PdfPageTests
{
    private const string English = """
        # The PDF

        What a published PDF promises, and what it does not. The list of rules below is generated from the program.

        ## What is promised

        - **It can be kept.** The file follows PDF/A-2a (ISO 19005-2, level A): fonts are embedded, colours are defined,
          nothing is fetched, run or encrypted.
        - **It can be read aloud.** The file follows PDF/UA-1 (ISO 14289-1): headings, lists, tables with their headers, links
          and figures are tagged in reading order. Page numbers, rules and shades are marked as artifacts, which screen
          readers skip.
        - **It says what it is.** Title, author (the public body), language and the date on the cover are in the information
          dictionary and in XMP.
        - **It is the same every time.** The same workbook, templates, program, fonts and browser give the same bytes: dates
          come from the cover, ids are numbered anew, and the identifier of the file is a hash of its content.
        - **It is checked before it is published.** Every PDF is checked against all rules below. If it breaks one, there is
          no PDF but an error that names the rule, its clause and the place:

        | id | cause |
        |---|---|
        | `printing.pdf-template`, `printing.no-title`, `printing.no-language` | the template; the error says what to change |
        | `printing.missing-glyph` | the machine: no font has a character of the report |
        | `printing.pdf-rule`, `printing.not-tagged` | the browser, or this program |

        If the bundled fonts are missing and a font of the machine breaks a rule (`printing.other-font`,
        `printing.font-not-embedded`), the PDF is published with a warning, and does not claim to follow the standards. Page
        sizes other than A4 and Type 3 fonts break no rule; they are warnings.

        ## What is not promised

        - The PDF is *checked by these rules*, not *certified*. The rules are those that a program can check on a file as
          Chromium writes it.
        - No program can tell whether a text is tagged as what it is, whether the reading order makes sense, or whether an
          alternative text describes its picture. The authors of the bundled templates compared their tags with their pages;
          no user of a screen reader has tried them. For your own templates, do the same.
        - Pages are printed by the browser of the machine. Another version of it may break lines in another way, and gives
          other bytes.

        ## How to check it yourself

        [veraPDF](https://verapdf.org) (free, by the command line) checks both standards: `verapdf -f 2a report.pdf` and
        `verapdf -f ua1 report.pdf`. [PAC](https://pac.pdf-accessibility.org) (free, for Windows) checks PDF/UA and shows what
        a screen reader gets. `qpdf --check report.pdf` checks the structure of the file.

        ## What a template must do

        Chromium tags what HTML says. A template needs `<html lang>`, a `<title>`, headings that start with `<h1>` and skip no
        level, `<th scope>` or `headers` in tables, an `alt` for each picture, and `role="img"` with an `aria-label` for each
        `<svg>`. See the [guide for template authors](template-guide.md).

        ## Rules
        """;

    private const string Chinese = """
        # PDF 文件

        本页说明发布的 PDF 保证什么、不保证什么。文末的规则清单由程序生成。

        ## 保证什么

        - **可以长期保存。** 文件符合 PDF/A-2a（ISO 19005-2，A 级）：字体已嵌入，颜色有定义，不读取外部内容，没有脚本，没有加密。
        - **可以朗读。** 文件符合 PDF/UA-1（ISO 14289-1）：标题、列表、表格及表头、链接和图片按阅读顺序加了标签。
          页码、表格线和底色标为页面装饰，读屏软件会跳过。
        - **写明自己是什么。** 标题、作者（单位）、语言和封面上的日期，写在文档信息和 XMP 中。
        - **每次都一样。** 工作簿、模板、程序、字体和浏览器相同，文件就逐字节相同：日期取自封面，内部编号重新排列，文件标识由内容算出。
        - **发布前都检查过。** 每个 PDF 都按文末的全部规则检查。违反任何一条，就不生成 PDF，而是报告错误，写明规则、条款和位置：

        | 编号 | 原因 |
        |---|---|
        | `printing.pdf-template`、`printing.no-title`、`printing.no-language` | 模板；错误信息写明如何修改 |
        | `printing.missing-glyph` | 这台机器：没有字体能印出报告中的某个字 |
        | `printing.pdf-rule`、`printing.not-tagged` | 浏览器或本程序 |

        没有自带字体、而本机的字体违反规则时（`printing.other-font`、`printing.font-not-embedded`），PDF 照常发布，给出警告，
        文件不标明符合这两项标准。纸张不是 A4、含 Type 3 字体不违反规则，只给出警告。

        ## 不保证什么

        - PDF 是“按这些规则检查过”，不是“经过认证”。规则是程序能够在 Chromium 所写的文件上检查的那些。
        - 文字的标签是否恰当、阅读顺序是否合理、替代文字是否说清了图片，程序无法判断。自带模板的作者已逐项对照标签和页面，还没有请使用读屏软件的人试过；自己写的模板请自行对照。
        - 页面由本机的浏览器打印。换一个版本，换行可能不同，文件也不再逐字节相同。

        ## 如何自行检查

        [veraPDF](https://verapdf.org)（免费，命令行）可以检查两项标准：`verapdf -f 2a report.pdf` 和 `verapdf -f ua1 report.pdf`。
        [PAC](https://pac.pdf-accessibility.org)（免费，Windows）检查 PDF/UA，并显示读屏软件读到的内容。`qpdf --check report.pdf` 检查文件结构。

        ## 模板须做到什么

        Chromium 按 HTML 加标签。模板须有 `<html lang>` 和 `<title>`；标题从 `<h1>` 开始，不跳级；表头写 `<th scope>` 或 `headers`；图片写 `alt`；
        `<svg>` 写 `role="img"` 和 `aria-label`。见[模板作者指南](template-guide.zh-CN.md)。

        ## 规则
        """;

    [TestCase(Language.English, English, "docs/pdf.md")]
    [TestCase(Language.Chinese, Chinese, "docs/pdf.zh-CN.md")]
    public void The_page_lists_the_rules(Language language, string introduction, string page)
    {
        var isChinese = language == Language.Chinese;
        var lines = PdfRules.All.Select(r => $"| {r.FullClauses} | {(isChinese ? r.Chinese : r.English)} |");
        var table = string.Join('\n', [isChinese ? "| 条款 | 规则 |" : "| clause | rule |", "|---|---|", .. lines]);

        Approval.Check(Path.Combine(RepositoryFiles.Root, page), $"{introduction}\n\n{table}\n");
    }
}
