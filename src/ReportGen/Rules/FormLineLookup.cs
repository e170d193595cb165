using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>The lines of a form by their ids, groups among them.</summary>
internal static class FormLineLookup
{
    /// <summary>The row or group of rows of that id; null when there is none.</summary>
    public static FormLine? Row(TableForm form, string id) =>
        form.Rows.FirstOrDefault(r => r.Id == id) ?? form.Groups.FirstOrDefault(g => g.Id == id);

    /// <summary>The column or group of columns of that id; null when there is none.</summary>
    public static FormLine? Column(TableForm form, string id) =>
        form.Parts.SelectMany(p => p.Columns).FirstOrDefault(c => c.Id == id) ?? form.ColumnGroups.FirstOrDefault(g => g.Id == id);

    /// <summary>The ids of the printed rows that an id stands for: its own, or those of its group.</summary>
    public static IEnumerable<string> RowIds(TableForm form, string id) =>
        form.Groups.FirstOrDefault(g => g.Id == id) is { } group ? group.SumOf : [id];

    /// <summary>The ids of the printed columns that an id stands for.</summary>
    public static IEnumerable<string> ColumnIds(TableForm form, string id) =>
        form.ColumnGroups.FirstOrDefault(g => g.Id == id) is { } group ? group.SumOf : [id];

    /// <summary>Whether a row and a column, or groups of them, have figures in common.</summary>
    public static bool Cross(TableForm form, string row, string column) => form.Parts.Any(p =>
        RowIds(form, row).All(id => p.Rows.Any(r => r.Id == id)) && ColumnIds(form, column).All(id => p.Columns.Any(c => c.Id == id)));
}
