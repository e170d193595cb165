using ReportGen.Model;
using Scriban.Runtime;

namespace ReportGen.Bindings;

/// <summary>
/// A report under the names that its author knows: <c>表三.本年新收.总计</c>, <c>封面.机关全称</c>, <c>上年.表三</c>; in a district total also
/// <c>各单位</c>. Tables, rows, columns and fields are found by name and by id, and created on demand. Not thread-safe.
/// </summary>
internal sealed class ReportScope : ReadOnlyScope
{
    private static readonly ImmutableArray<string> s_ownNames =
        ["body", "year", "title", "封面", "cover", "上年", "previous", "各单位", "bodies"];

    private readonly Report _report;
    private readonly ReadValues _readValues;
    private readonly Dictionary<string, object> _known = new(StringComparer.Ordinal);

    /// <summary>Creates the scope of <paramref name="report"/>.</summary>
    public ReportScope(Report report)
        : this(report, new ReadValues())
    {
    }

    internal ReportScope(Report report, ReadValues readValues) => (_report, _readValues) = (report, readValues);

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() =>
        [.. s_ownNames, .. TablesScope.NamesOf(_report.Tables), .. _report.Fields.Select(f => f.Name)];

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        if (!_known.TryGetValue(member, out var known))
        {
            known = Find(member);
            if (known is not (null or FieldValue)) _known.Add(member, known);
        }

        value = known;
        return known is not null;
    }

    private object? Find(string member) => member switch
    {
        "body" => _report.Body,
        "year" => _report.Year is { } year ? year : "",
        "title" => _report.Title,
        "封面" or "cover" => new FieldsScope(_report.Fields, _readValues),
        "上年" or "previous" => new TablesScope(_report.Previous, _readValues),
        "各单位" or "bodies" => new ScriptArray(_report.Bodies.Select(b => new BodyScope(b, _readValues))),
        _ => (object?)TablesScope.Find(_report.Tables, member, _readValues)
            ?? FieldsScope.Find(_report.Fields, member, _readValues),
    };
}
