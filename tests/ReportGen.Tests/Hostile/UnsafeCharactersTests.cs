using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;
using ReportGen.Publishing;
using ReportGen.Tests.Cli;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Hostile;

/// <summary>
/// Control characters, those that change the direction of text, and code points that are no characters are in no output, file
/// name or line of the terminal.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class UnsafeCharactersTests
{
    [Test]
    public void Other_characters_stay()
    {
        foreach (var text in new[] { "", "plain 文字 😀 \t\n\u200E\u200D\uFEFF\uE000", "\U0002FFFD" })
        {
            Assert.That(UnsafeCharacters.AreIn(text), Is.False);
            Assert.That(UnsafeCharacters.Remove(text), Is.SameAs(text));
        }
    }

    // Names of tests cannot hold them.
    [Test]
    public void They_are_removed()
    {
        (string Text, string Clean)[] cases =
        [
            ("\0", ""), ("a\u001Fb", "ab"), ("a\u007F\u0085\u009Fb", "ab"), ("a\r\nb", "a\nb"),
            ("\u202Agnp\u202E.xlsx\u2066\u2069", "gnp.xlsx"), ("x\uFFFE\uFFFF\uFDD0\uFDEFy", "xy"),
            ("\U0001FFFEz\U0010FFFF", "z"), ("\uD83Ca", "a"), ("a\uDE00", "a"), ("😀\uD83C😀", "😀😀"), ("\uDE00\uD83D", ""),
        ];
        foreach (var (text, clean) in cases)
        {
            Assert.That(UnsafeCharacters.AreIn(text), Is.True, clean);
            Assert.That(UnsafeCharacters.Remove(text), Is.EqualTo(clean));
        }
    }

    [Test]
    public void JSON_escapes_them_and_keeps_the_text()
    {
        var options = new JsonSerializerOptions { Encoder = ReadableJsonEncoder.Instance };
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var text = $"甲<{(char)c}>😀乙";
            var json = JsonSerializer.Serialize(text, options);
            AssertClean(json, $"U+{c:X4}");
            if (!char.IsSurrogate((char)c)) Assert.That(JsonSerializer.Deserialize<string>(json), Is.EqualTo(text), $"U+{c:X4}");
        }

        Assert.That(JsonSerializer.Serialize("甲<\u202E>", options), Is.EqualTo("\"甲<\\u202E>\""));
        Assert.That(Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes("甲\u202E", options)), Is.EqualTo("\"甲\\u202E\""));
    }

    [Test]
    public void A_line_of_the_terminal_has_none_and_its_width_can_be_computed()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var clean = DisplayText.Clean($"a{(char)c}");
            Assert.That(clean.EnumerateRunes().Any(r => UnsafeCharacters.AreIn(r.ToString()) || r.Value == '\n'), Is.False,
                $"U+{c:X4}");
            Assert.That(() => DisplayText.Width($"a{(char)c}"), Throws.Nothing, $"U+{c:X4}");
        }
    }

    [Test]
    public void A_file_name_has_none()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var name = SafeName.For($"a{(char)c}b");
            Assert.That(UnsafeCharacters.AreIn(name) || name.Contains('\n'), Is.False, $"U+{c:X4}");
        }
    }

    [Test]
    public void A_cell_and_the_name_of_a_sheet_have_none_and_the_cell_says_so()
    {
        var sheet = new RawSheet("表\u202E\uFFFF", [RawCell.OfText(new CellAddress(1, 1), "甲\u202E乙")], [], isHidden: false);
        Assert.That((sheet.Name, sheet.Cells[0].Text, sheet.Cells[0].HadControlCharacters), Is.EqualTo(("表", "甲乙", true)));
    }

    [Test]
    public void No_output_has_any()
    {
        const string bad = "_x202E__x0007__xFFFE__xFFFF_&#x2066;&#x85;";
        // In prose also as the number of a character, which Markdown resolves.
        const string prose = bad + "&amp;#x202E;&amp;#xFFFE;&amp;#7;";
        using var kind = new ToyKind();
        var name = OperatingSystem.IsWindows() ? "a.xlsx" : "a\u202E\u0007\uFFFF.xlsx";
        var good = kind.Workbook($"in/{name}", "NAME", prose: "PROSE");
        var wrong = kind.Workbook($"in/b{name}", "NAME2", apples: null, prose: "PROSE");
        foreach (var file in new[] { good, wrong })
        {
            EditedPackage.Replace(file, "NAME", $"Shop{bad}");
            EditedPackage.Replace(file, "PROSE", $"Words {prose}");
        }

        File.WriteAllText(kind["roster.csv"], "name\nShop\u202E\u0007\nOther\uFFFE\n");
        var build = kind.Run("build", kind["in"], "-o", kind["out"], "--formats", "html,md", "--roster", kind["roster.csv"]);
        var check = kind.Run("check", kind["in"], "--return", kind["returned"]);
        var json = kind.Run("check", kind["in"], "--format", "json");
        var sarif = kind.Run("check", kind["in"], "--format", "sarif");
        var total = kind.Run("total", kind["in"], "--agency", "All\u202E", "-o", kind["total.xlsx"]);
        var review = kind.Run("check", kind["in"], "--format", "html", "-o", kind["reviews"]);
        Assert.Multiple(() =>
        {
            foreach (var run in new[] { build, check, json, sarif, total, review })
                AssertClean(run.Output + run.Error, "terminal");
            using var document = JsonDocument.Parse(json.Output);
            Assert.That(document.RootElement.ToString(), Does.Contain("Shop"));
            Assert.That(Directory.Exists(kind["out", "Shop"]), build.Error);
            foreach (var folder in new[] { "out", "reviews" })
            {
                foreach (var path in Directory.EnumerateFiles(kind[folder], "*", SearchOption.AllDirectories))
            {
                AssertClean(Path.GetRelativePath(kind[folder], path), "name");
                if (Path.GetExtension(path) is not ".xlsx") AssertClean(File.ReadAllText(path, Encoding.UTF8), path);
            }
            }

            string[] books =
            [
                .. Directory.GetFiles(kind["returned"]),
                .. Directory.GetFiles(kind["out"], "*.xlsx", SearchOption.AllDirectories),
            ];
            Assert.That(books, Has.Length.GreaterThanOrEqualTo(4), "returned by check and build, and the ledger");
            foreach (var book in books.Append(kind["total.xlsx"])) AssertClean(Decoded(EditedPackage.TextOf(book)), book);
        });
    }

    [Test]
    public void A_returned_workbook_keeps_two_sheets_apart_whose_names_differ_only_in_such_characters()
    {
        using var kind = new ToyKind();
        var file = kind.Workbook("in/a.xlsx", "Shop", apples: null);
        var sheets = RawWorkbookNames(file);
        EditedPackage.Replace(file, $"name=\"{sheets[1]}\"", $"name=\"{sheets[0]}&#x202E;\"");
        kind.Run("check", file, "--return", kind["returned"]);
        var names = RawWorkbookNames(Directory.GetFiles(kind["returned"]).Single());
        Assert.That(names, Is.Unique);
        AssertClean(string.Concat(names), "names");
    }

    private static string[] RawWorkbookNames(string file)
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(file);
        using var part = zip.GetEntry("xl/workbook.xml")!.Open();
        return [.. System.Xml.Linq.XDocument.Load(part).Descendants().Where(e => e.Name.LocalName == "sheet")
            .Select(e => e.Attribute("name")!.Value)];
    }

    // What a program that opens the workbook shows: references and the escapes of spreadsheets resolved.
    private static string Decoded(string xml) => Regex.Replace(WebUtility.HtmlDecode(xml), "_x([0-9A-Fa-f]{4})_",
        m => ((char)Convert.ToUInt16(m.Groups[1].Value, 16)).ToString());

    private static void AssertClean(string text, string what) => Assert.That(
        text.EnumerateRunes().Where(r => r.Value != '\r' && UnsafeCharacters.AreIn(r.ToString())).Select(r => $"U+{r.Value:X4}")
            .Distinct(), Is.Empty, what);
}
