using System.Collections.Concurrent;
using ReportGen.Definitions;
using ReportGen.Documents;
using ReportGen.Model;
using ReportGen.Printing;
using ReportGen.Printing.Fonts;
using ReportGen.Publishing;

namespace ReportGen;

/// <summary>
/// A digest of everything that a report depends on besides its workbook: program, fonts, browser and formats, computed once; the
/// definitions and main templates of its edition, computed on first use; and the files that they include. A changed file affects
/// only the reports that use it. Thread-safe.
/// </summary>
public sealed class BuildFingerprint
{
    private readonly ReportPipeline _pipeline;
    private readonly PublishOptions _options;
    private readonly string _common;
    private readonly ConcurrentDictionary<string, string> _editions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _mains = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of what this program makes.</summary>
    /// <param name="pipeline">The definitions and templates.</param>
    /// <param name="options">What is published, and how.</param>
    /// <exception cref="IOException">The list of the fonts, or the browser's program, cannot be read.</exception>
    public BuildFingerprint(ReportPipeline pipeline, PublishOptions options)
        : this(pipeline, options, typeof(BuildFingerprint).Module.ModuleVersionId)
    {
    }

    /// <summary>As by another compilation of the program.</summary>
    internal BuildFingerprint(ReportPipeline pipeline, PublishOptions options, Guid program) =>
        (_pipeline, _options, _common) = (pipeline, options, Common(options, program));

    /// <summary>Returns the name of a report's edition, <c>KIND/EDITION</c>; null if <paramref name="report"/> is null.</summary>
    public static string? EditionOf(Report? report) => report is null ? null : NameOf(report.Kind, report.Edition);

    /// <summary>Returns the build key of a workbook's report.</summary>
    /// <param name="sha256">The digest of the workbook's content.</param>
    /// <param name="edition">The edition of its form; null if unknown, so that the key depends on all editions.</param>
    /// <param name="included">
    /// The names of the included templates and style sheets; null if unknown, so that the key depends on all files of the
    /// edition.
    /// </param>
    public string KeyOf(string sha256, string? edition, IEnumerable<string>? included) =>
        Key(sha256, edition, included).ToString();

    /// <summary>Returns the build key of a returned workbook, which also depends on the findings and the language.</summary>
    public string KeyOfReturn(string sha256, string? edition, IEnumerable<string>? included, IEnumerable<Diagnostic> findings)
    {
        var kind = edition is null ? null : Find(edition);
        var language = _options.Language.For(kind is null ? _pipeline.Catalog.Language : kind.Language);
        return Key(sha256, edition, included)
            .Add("language", language.ToString())
            .Add("findings", string.Join('\n', findings.Select(f => $"{f.Id} {PlaceOf(f)} {f.Message.In(language)}"))).ToString();
    }

    /// <summary>Computes the digests of all editions now, so that later changes to their files have no effect.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public BuildFingerprint ComputeAll()
    {
        foreach (var name in _pipeline.Catalog.All.Select(NameOf))
        {
            DigestOfEdition(name);
            DigestOfMain(name);
        }

        return this;
    }

    /// <summary>Whether both fingerprints give the same keys, compared over the editions computed so far.</summary>
    public bool IsSameAs(BuildFingerprint? other) =>
        other is not null && _common == other._common && _editions.Count == other._editions.Count
        && _editions.All(e => other._editions.GetValueOrDefault(e.Key) == e.Value);

    // The file's name is left out: the same content under another name has the same key.
    private static string PlaceOf(Diagnostic finding) =>
        (finding.Location is { } place ? place with { File = "" } : null)?.ToString() ?? "";

    private static string NameOf(KindDefinition kind) => NameOf(kind.Id, kind.Edition);

    private static string NameOf(string kind, string edition) => $"{kind}/{edition}";

    private BuildKey Key(string sha256, string? edition, IEnumerable<string>? included)
    {
        var key = new BuildKey().Add("workbook", sha256).Add("common", _common);
        if (edition is null) return key.Add("edition", DigestOfAll());
        if (included is null) return key.Add("edition", DigestOfEdition(edition));
        var library = Find(edition) is { } kind ? LibraryOf(kind).Value : null;
        foreach (var name in included) key.Add($"included {name}", library?.DigestOf(name) ?? "missing");
        return key.Add("edition", DigestOfMain(edition));
    }

    private string DigestOfAll() => string.Join(' ', _pipeline.Catalog.All.Select(k => DigestOfEdition(NameOf(k))));

    private string DigestOfEdition(string edition) => _editions.GetOrAdd(edition, name =>
        Find(name) is { } kind ? DigestOf(kind, LibraryOf(kind).Value?.Files ?? []) : "missing");

    private string DigestOfMain(string edition) => _mains.GetOrAdd(edition, name =>
        Find(name) is { } kind
            ? DigestOf(kind, kind.Templates.Values.Select(t => Path.GetFullPath(t, Path.GetFullPath(kind.Folder))))
            : "missing");

    private KindDefinition? Find(string edition) => _pipeline.Catalog.All.FirstOrDefault(k => NameOf(k) == edition);

    private Outcome<TemplateLibrary> LibraryOf(KindDefinition kind) =>
        kind.Templates.IsEmpty ? new(null, []) : _pipeline.TemplatesOf(kind);

    // The names of the kind's other editions are included: a new edition may match a workbook better.
    private string DigestOf(KindDefinition kind, IEnumerable<string> templates)
    {
        var errors = LibraryOf(kind).Diagnostics;
        return new BuildKey().AddFiles("files", kind.Files.Concat(templates).Distinct())
            .Add("errors", string.Join('\n', errors.Select(m => $"{m.Location} {m.Message.English}")))
            .Add("editions", string.Join(' ', _pipeline.Catalog.Editions(kind.Id).Select(NameOf))).ToString();
    }

    private static string Common(PublishOptions options, Guid program)
    {
        var key = new BuildKey().Add("program", program.ToString())
            .Add("formats", string.Join(',', options.Formats)).Add("portal", options.ForPortal ? "yes" : "no")
            .Add("profile", options.Profile.ToString())
            .Add("year", options.Year?.ToString(CultureInfo.InvariantCulture) ?? "")
            .Add("accepted", options.Accepted?.Write() ?? "").Add("previous", options.Previous?.Digest ?? "");
        foreach (var (name, value) in options.Settings) key.Add($"setting {name}", value);
        if (FontConfiguration.FindFolder() is { } fonts)
        {
            key.AddFiles("fonts", Directory.EnumerateFiles(fonts, "fonts.json"));
            // A font that was added has characters that were an error. To read all fonts would take longer than a report.
            foreach (var file in FontFiles.In(fonts)) key.Add($"font {file}", Length(file));
        }
        // Asking for the browser's version would start it; a new version changes the file.
        if (BrowserLocator.Find() is { } browser) key.Add("browser", $"{browser} {BrowserIdentity.Of(browser)}");
        return key.ToString();
    }

    private static string Length(string file) => new FileInfo(file).Length.ToString(CultureInfo.InvariantCulture);
}
