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

    // States that need action come first.
    private const long LargestTemplate = 4 << 20;

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
        private readonly bool _hasYears = ledger.Lines.Select(l => l.Year).OfType<int>().Distinct().Skip(1).Any();

        public ScriptObject Model() => new()
        {
            ["language"] = style.Language == Language.Chinese ? "zh-CN" : "en",
            ["generator"] = Generator.Name,
            ["as_of"] = ledger.AsOf is { } time ? style.Time(time) : null,
            ["has_roster"] = ledger.HasRoster,
            ["has_years"] = _hasYears,
            ["total"] = ledger.Lines.Length,
            ["expected"] = ledger.Lines.Count(l => l.IsExpected),
            ["received"] = ledger.Lines.Count(l => l.Latest is not null),
            ["unexpected"] = ledger.Lines.Count(l => !l.IsExpected),
            ["states"] = new ScriptArray(s_stateOrder.Select(s => State(s, ledger.Count(s)))),
            ["count"] = Counts(),
            ["groups"] = new ScriptArray(Groups()),
            ["sections"] = new ScriptArray(s_sectionOrder.Where(s => ledger.Count(s) > 0).Select(Section)),
        };

        private static string IdOf(LedgerState state) => state.ToString().ToLowerInvariant();

        private ScriptObject State(LedgerState state, int count) =>
            new() { ["id"] = IdOf(state), ["name"] = style.Name(state), ["count"] = count };

        private ScriptObject Counts()
        {
            var counts = new ScriptObject();
            foreach (var state in s_stateOrder) counts[IdOf(state)] = ledger.Count(state);
            return counts;
        }

        private IEnumerable<ScriptObject> Groups() => ledger.Lines.All(l => l.Group.Length == 0) ? [] :
            ledger.Lines.GroupBy(
                l => l.Group.Length > 0
                    ? l.Group
                    : l.IsExpected ? LedgerMessages.NoGroup.In(style.Language) : LedgerMessages.Unlisted.In(style.Language))
                .Select(g => new ScriptObject
                {
                    ["name"] = g.Key, ["total"] = g.Count(),
                    ["states"] = new ScriptArray(s_stateOrder.Select(s => State(s, g.Count(l => l.State == s)))),
                });

        private ScriptObject Section(LedgerState state) => new()
        {
            ["id"] = IdOf(state), ["name"] = style.Name(state),
            ["lines"] = new ScriptArray(ledger.Lines.Where(l => l.State == state).Select(Line)),
        };

        private ScriptObject Line(LedgerLine line) => new()
        {
            ["body"] = line.Body, ["group"] = line.Group, ["is_expected"] = line.IsExpected,
            ["times"] = line.Times,
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
            ["errors"] = entry.Errors, ["warnings"] = entry.Warnings, ["reason"] = entry.Reason,
            ["links"] = new ScriptArray(entry.Outputs.Where(exists).Select(Link)),
        };

        private ScriptObject Link(string output) => new()
        {
            ["name"] = LedgerMessages.FileName(output).In(style.Language),
            ["href"] = string.Join('/', output.Split('/').Select(Uri.EscapeDataString)),
        };
    }
}
