using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Definitions;

/// <summary>
/// The printed layout of every table of the kinds in this repository. After an intended change, run with
/// REPORTGEN_APPROVE=1 and review the difference.
/// </summary>
public sealed class TableLayoutTests
{
    private static readonly string s_folder = Path.Combine(RepositoryFiles.Root, "tests/ReportGen.Tests/Definitions/Layouts");

    private static IEnumerable<TestCaseData> Tables()
    {
        var folders = new[] { "templates", "tests/ReportGen.Tests/Kinds" };
        return from folder in folders
               from kind in RuleCatalog.LoadKinds(Path.Combine(RepositoryFiles.Root, folder)).Value!.All
               from table in kind.Tables
               select new TestCaseData(table.Form, $"{kind.Id}-{kind.Edition}-{table.Form.Id}.txt")
                   .SetName($"Layout_of_{kind.Id}_{kind.Edition}_{table.Form.Id}");
    }

    [TestCaseSource(nameof(Tables))]
    public void The_layout_is_the_approved_one(TableForm form, string name)
    {
        var (file, actual) = (Path.Combine(s_folder, name), GridText.Of(form));
        if (Environment.GetEnvironmentVariable("REPORTGEN_APPROVE") is "1") File.WriteAllText(file, actual);
        Assert.That(actual, Is.EqualTo(File.ReadAllText(file)));
    }

    [TestCaseSource(nameof(Tables))]
    public void Every_grid_position_is_covered_once(TableForm form, string name)
    {
        var lines = TableGrid.Of(form);
        var covered = new int[lines.Length, form.Widths.Length];
        for (var r = 0; r < lines.Length; r++)
        {
            foreach (var cell in lines[r].Cells)
            {
                for (var y = r; y < r + cell.RowSpan; y++)
                    for (var x = cell.Column; x < cell.Column + cell.ColumnSpan; x++) covered[y, x]++;
            }
        }

        Assert.That(covered, Is.All.EqualTo(1), name);
    }
}
