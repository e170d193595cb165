using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Rules;

/// <summary>Random tables of two years that are consistent, as those of a careful office, with entered totals.</summary>
public sealed class ConsistentTables
{
    private readonly Dictionary<FigureKey, decimal> _figures = [];
    private readonly Dictionary<FigureKey, decimal> _previous = [];
    private readonly int[] _draws;
    private int _drawn;

    private ConsistentTables(string edition, bool isGovernment, int[] draws)
    {
        (Edition, IsGovernment, _draws) = (edition, isGovernment, draws);
        foreach (var (key, _) in Forms.Figures(Kind, _ => 0)) _figures[key] = _previous[key] = 0;
        FillTable3();
        FillTable4();
        if (edition == "2021") FillTable2();
        else FillTable2OfForm2019();
    }

    public string Edition { get; }

    /// <summary>Whether it is the report of a city, which may make rules; otherwise of a district's department.</summary>
    public bool IsGovernment { get; }

    /// <summary>Generates reports of both editions for FsCheck.</summary>
    public static Arbitrary<ConsistentTables> Arbitrary() =>
        (from edition in Gen.Elements("2019", "2021")
         from isGovernment in Gen.Elements(true, false)
         from draws in Gen.Choose(0, 9999).ArrayOf(700)
         select new ConsistentTables(edition, isGovernment, draws)).ToArbitrary();

    /// <summary>The workbook, as the reader returns it.</summary>
    public RawWorkbook Workbook()
    {
        var values = Forms.Zeros(Kind, Edition == "2019" ? 2020 : 2025) with
        {
            Figures = WithTotals(), Previous = _previous.ToImmutableDictionary(),
        };
        if (IsGovernment)
            values = values with { Fields = values.Fields.SetItem("agency", "某某市人民政府").SetItem("category", "人民政府") };
        return new WorkbookOpener().Open(StandardWorkbookWriter.Write(Kind, values), "某局.xlsx").Workbook!;
    }

    /// <summary>A number from 0 to <paramref name="most"/>.</summary>
    public int Next(int most) => _draws[_drawn++ % _draws.Length] % (most + 1);

    public override string ToString() =>
        $"{Edition} {(IsGovernment ? "city " : "")}{NotZero(_figures)} | {NotZero(_previous)}";

    private KindDefinition Kind => TableReports.Kind(Edition);

    private static string NotZero(IEnumerable<KeyValuePair<FigureKey, decimal>> figures) =>
        string.Join(' ', figures.Where(f => f.Value != 0).Select(f => $"{Name(f.Key)}={f.Value}"));

    private static string Name(FigureKey key) => $"{key.Table}.{key.Row}.{key.Column}";

    /// <summary>Carries over less than an eighth of the decided applications, and equals last year's carry-over.</summary>
    private void FillTable3()
    {
        var form = Kind.Table("t3")!.Form;
        foreach (var column in form.Parts[0].Columns.Where(c => !c.IsTotal).Select(c => c.Id))
        {
            var done = 0;
            foreach (var row in form.Rows.Where(r => !r.IsTotal && r.Id is not ("r1" or "r2" or "r4")))
                done += Set("t3", row.Id, column, Next(3) == 0 ? Next(20) : 0);
            var (left, came) = (done < 8 ? 0 : 1 + Next((done / 8) - 1), Next(done / 4));
            Set("t3", "r4", column, left);
            Set("t3", "r2", column, came);
            Set("t3", "r1", column, done + left - came);
            var before = Next(20);
            SetPrevious("t3", "r4", column, came);
            SetPrevious("t3", "a", column, before);
            SetPrevious("t3", "r1", column, came + before);
        }
    }

    /// <summary>
    /// Creates fewer disputes than decisions, and fewer suits after reviews than reviews; a government has none of the latter.
    /// </summary>
    private void FillTable4()
    {
        var decisions = (int)_figures.Where(f => f.Key is { Table: "t3", Row: not ("r1" or "r2" or "r4") }).Sum(f => f.Value);
        var reviews = Block("review", Next(decisions / 4));
        Block("direct", Next(decisions / 4));
        Block("after", IsGovernment ? 0 : Next(reviews));
        SetPrevious("t4", "review", "pending", Next(reviews));
    }

    private int Block(string row, int cases)
    {
        var (upheld, corrected) = (Next(cases), 0);
        corrected = Next(cases - upheld);
        Set("t4", row, "upheld", upheld);
        Set("t4", row, "corrected", corrected);
        Set("t4", row, "pending", cases - upheld - corrected);
        return cases;
    }

    private void FillTable2()
    {
        foreach (var row in IsGovernment ? new[] { "rules", "documents" } : ["documents"])
        {
            var before = Next(300);
            var (made, repealed) = (Next(before), Next(before / 2));
            SetBoth("t2", row, "made", made);
            SetBoth("t2", row, "repealed", repealed);
            SetPrevious("t2", row, "valid", before);
            Set("t2", row, "valid", before + made - repealed);
        }

        FillDecisions("licences", "penalties", "coercion");
        SetBoth("t2", "fees", "charged", Next(9999) + (Next(9999) / 10000m));
    }

    private void FillTable2OfForm2019()
    {
        foreach (var row in IsGovernment ? new[] { "rules", "documents" } : ["documents"])
        {
            var made = Next(60);
            var published = Next(made);
            SetBoth("t2", row, "made", made);
            SetBoth("t2", row, "published", published);
            SetBoth("t2", row, "valid", published + Next(300));
        }

        foreach (var row in new[] { "licences", "services", "penalties", "coercion", "fees" })
        {
            var (before, change) = (Next(200), Next(20));
            change -= Math.Min(10, before);
            SetPrevious("t2", row, "items", before);
            SetPrevious("t2", row, "change", change);
            Set("t2", row, "items", before + change);
            Set("t2", row, "change", Next(20) - Math.Min(10, before + change));
        }

        FillDecisions("licences", "services", "penalties", "coercion");
        SetBoth("t2", "procurement", "purchases", Next(40));
        SetBoth("t2", "procurement", "amount", Next(9999) / 100m);
    }

    private void FillDecisions(params string[] rows)
    {
        foreach (var row in rows)
        {
            var before = Next(5000);
            SetPrevious("t2", row, "decided", before);
            Set("t2", row, "decided", before + Next(before));
        }
    }

    private int Set(string table, string row, string column, int value)
    {
        _figures[new FigureKey(table, row, column)] = value;
        return value;
    }

    private void SetPrevious(string table, string row, string column, int value) =>
        _previous[new FigureKey(table, row, column)] = value;

    private void SetBoth(string table, string row, string column, decimal value) =>
        _figures[new FigureKey(table, row, column)] = _previous[new FigureKey(table, row, column)] = value;

    private ImmutableDictionary<FigureKey, decimal> WithTotals()
    {
        var all = from table in Kind.Tables
                  from part in table.Form.Parts
                  from row in part.Rows
                  from column in part.Columns
                  select KeyValuePair.Create(new FigureKey(table.Form.Id, row.Id, column.Id), Total(table.Form.Id, row, column));
        return all.ToImmutableDictionary();
    }

    private decimal Total(string table, FormLine row, FormLine column) =>
        (from r in row.IsTotal ? row.SumOf : [row.Id]
         from c in column.IsTotal ? column.SumOf : [column.Id]
         select _figures[new FigureKey(table, r, c)]).Sum();
}
