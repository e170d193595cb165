using ReportGen.Files;
using ReportGen.Publishing;
using ReportGen.Templating;
using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportGen.Ledgers;

/// <summary>The ledger as a self-contained HTML page, except for the files it links to.</summary>
/// <param name="Html">The page in UTF-8.</param>
internal sealed record LedgerPage(byte[] Html)
{
    public const string TemplateName = "ledger.sbn-html";

    private const long LargestTemplate = 4 << 20;

    // States that need action come first.
    private static readonly LedgerState[] s_sectionOrder =
        [LedgerState.Failed, LedgerState.Returned, LedgerState.Missing, LedgerState.Published];

    private static readonly LedgerState[] s_stateOrder =
        [LedgerState.Published, LedgerState.Returned, LedgerState.Failed, LedgerState.Missing];

    /// <summary>Renders the page.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="style">Language, time zone and templates folder.</param>
    /// <param name="exists">Whether a file of the output folder exists; others are not linked.</param>
    /// <returns>The page; null, with findings, if the template is missing or has errors.</returns>
    public static Outcome<LedgerPage> Render(Ledger ledger, LedgerStyle style, Func<string, bool> exists)
    {
        if (FindTemplate(style.TemplatesFolder) is not { } path)
            return new(null, [LedgerMessages.NoTemplate(style.TemplatesFolder)]);
        var template = ReportTemplate.Parse(RegularFile.ReadText(path, LargestTemplate), path, isHtml: true);
        var context = new RenderContext
        {
            TemplateLoader = new FolderTemplateLoader(
                Path.GetDirectoryName(path)!, p => RegularFile.ReadText(p, LargestTemplate)),
            AutoIndent = false,
        };
        context.PushGlobal(new View(ledger, style, exists).Model());
        context.PushGlobal(new ScriptObject());
        var errors = template.TryRender(context, out var html);
        return errors.IsEmpty
            ? new(new LedgerPage(Encoding.UTF8.GetBytes(UnsafeCharacters.Remove(html))), [])
            : new(null, [.. errors.Select(LedgerMessages.FromTemplate)]);
    }

    private static string? FindTemplate(string templates) =>
        new[] { templates, Path.Combine(AppContext.BaseDirectory, "templates") }
        .Select(folder => (Folder: folder, Path: Path.GetFullPath(Path.Combine(folder, "_shared", TemplateName))))
        .FirstOrDefault(t => File.Exists(t.Path) && RealPath.IsBelow(t.Path, t.Folder)).Path;

    /// <summary>The variables of <c>templates/_shared/ledger.sbn-html</c>.</summary>
    private sealed class View(Ledger ledger, LedgerStyle style, Func<string, bool> exists)
    {
        private IEnumerable<LedgerLine> Expected => ledger.Lines.Where(l => l.IsExpected);

        public ScriptObject Model() => new()
        {
            ["language"] = style.Language == Language.Chinese ? "zh-CN" : "en",
            ["generator"] = Generator.Name,
            ["as_of"] = ledger.AsOf is { } time ? style.Time(time) : null,
            ["year"] = ledger.CommonYear, ["district"] = ledger.District,
            ["has_roster"] = ledger.HasRoster,
            ["total"] = Expected.Count(),
            ["expected"] = Expected.Count(),
            ["received"] = Expected.Count(l => l.State != LedgerState.Missing),
            ["unexpected"] = ledger.Lines.Count(l => !l.IsExpected),
            ["states"] = new ScriptArray(s_stateOrder.Select(s => State(s, ledger.Count(s)))),
            ["count"] = Counts(),
            ["groups"] = new ScriptArray(Groups()),
            ["deadline"] = CommonDeadline() is { } day ? Deadline(day) : null,
            ["checks"] = new ScriptArray(ledger.Lines.SelectMany(LedgerMessages.ToCheck).Select(t => t.In(style.Language))),
            ["files"] = new ScriptArray(ledger.Files.Select(File)),
            ["sections"] = new ScriptArray(
                s_sectionOrder.Where(s => ledger.Count(s) > 0).Select(Section).Concat(Unlisted())),
        };

        // The day that applies to all, so that the table need not repeat it.
        private DateOnly? CommonDeadline() =>
            Expected.Select(l => l.Deadline).Distinct().Take(2).ToList() is [{ } only] ? only : null;

        private ScriptObject Deadline(DateOnly day) => new()
        {
            ["day"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["left"] = style.Today is { } today ? day.DayNumber - today.DayNumber : null,
        };

        private ScriptObject File(Diagnostic file) => new()
        {
            ["name"] = file.Location?.FileName, ["reason"] = file.Message.In(style.Language),
            ["remedy"] = file.Remedy?.In(style.Language),
        };

        private IEnumerable<ScriptObject> Unlisted()
        {
            var lines = ledger.Lines.Where(l => !l.IsExpected).ToList();
            if (lines.Count > 0) yield return Section("unlisted", LedgerMessages.UnlistedBodies.In(style.Language), lines);
        }

        private static string IdOf(LedgerState state) => state.ToString().ToLowerInvariant();

        private ScriptObject State(LedgerState state, int count) =>
            new() { ["id"] = IdOf(state), ["name"] = style.Name(state), ["count"] = count };

        private ScriptObject Counts()
        {
            var counts = new ScriptObject();
            foreach (var state in s_stateOrder) counts[IdOf(state)] = ledger.Count(state);
            return counts;
        }

        private IEnumerable<ScriptObject> Groups() => Expected.All(l => l.Group.Length == 0) ? [] :
            Expected.GroupBy(GroupOf)
                .Select(g => new ScriptObject
                {
                    ["name"] = g.Key, ["total"] = g.Count(),
                    ["states"] = new ScriptArray(s_stateOrder.Select(s => State(s, g.Count(l => l.State == s)))),
                });

        private string GroupOf(LedgerLine line) => line.Group.Length > 0 ? line.Group : LedgerMessages.NoGroup.In(style.Language);

        private ScriptObject Section(LedgerState state) =>
            Section(IdOf(state), style.Name(state), Expected.Where(l => l.State == state));

        private ScriptObject Section(string id, string name, IEnumerable<LedgerLine> lines) => new()
        {
            ["id"] = id, ["name"] = name, ["lines"] = new ScriptArray(lines.Select(Line)),
        };

        private ScriptObject Line(LedgerLine line) => new()
        {
            ["body"] = line.Body, ["group"] = line.Group, ["group_name"] = GroupOf(line), ["is_expected"] = line.IsExpected,
            ["state_id"] = IdOf(line.State), ["state"] = style.Name(line.State),
            ["times"] = line.Times, ["year"] = line.Year,
            ["contact"] = line.Contact,
            ["deadline"] = line.Deadline is { } day && CommonDeadline() is null ? Deadline(day) : null,
            ["is_late"] = line.Deadline is { } last && line.History is [var first, ..] && style.Day(first.Time) > last,
            ["checks"] = new ScriptArray(LedgerMessages.ToCheck(line).Select(t => t.In(style.Language))),
            ["remarks"] = new ScriptArray(LedgerMessages.OfMissing(line).Select(t => t.In(style.Language))),
            ["latest"] = line.Latest is { } latest ? Entry(latest) : null,
            // An earlier report, still published although a newer submission was returned.
            ["standing"] = line.State != LedgerState.Published && line.Published is { } published ? Entry(published) : null,
            ["history"] = new ScriptArray(line.History.Reverse().Select(Entry)),
        };

        private ScriptObject Entry(JournalEntry entry) => new()
        {
            ["time"] = style.Time(entry.Time), ["state"] = style.Name(LedgerLine.StateOf(entry)),
            ["state_id"] = IdOf(LedgerLine.StateOf(entry)),
            ["file"] = Path.GetFileName(entry.Workbook), ["year"] = entry.Year, ["title"] = entry.Title,
            ["blanks"] = entry.BlanksAsZero,
            ["errors"] = entry.Errors, ["warnings"] = entry.Warnings, ["reason"] = entry.Reason, ["remedy"] = entry.Remedy,
            ["worst"] = new ScriptArray(entry.Worst ?? []),
            ["links"] = new ScriptArray(entry.Outputs.Where(exists).Select(Link)),
        };

        private ScriptObject Link(string output) => new()
        {
            ["name"] = LedgerMessages.FileName(output).In(style.Language),
            ["href"] = string.Join('/', output.Split('/').Select(Uri.EscapeDataString)),
        };
    }
}
