using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>Finds the rows, columns and groups of a form by id.</summary>
internal static class FormLineLookup
{
    /// <summary>The row or group of rows with that id; null if none.</summary>
    public static FormLine? Row(TableForm form, string id) =>
        form.Rows.FirstOrDefault(r => r.Id == id) ?? form.Groups.FirstOrDefault(g => g.Id == id);

    /// <summary>The column or group of columns with that id; null if none.</summary>
    public static FormLine? Column(TableForm form, string id) =>
        form.Parts.SelectMany(p => p.Columns).FirstOrDefault(c => c.Id == id)
            ?? form.ColumnGroups.FirstOrDefault(g => g.Id == id);

    /// <summary>The ids of the printed rows of a row (its own) or of a group.</summary>
    public static IEnumerable<string> RowIds(TableForm form, string id) =>
        form.Groups.FirstOrDefault(g => g.Id == id) is { } group ? group.SumOf : [id];

    /// <summary>The ids of the printed columns of a column (its own) or of a group.</summary>
    public static IEnumerable<string> ColumnIds(TableForm form, string id) =>
        form.ColumnGroups.FirstOrDefault(g => g.Id == id) is { } group ? group.SumOf : [id];

    /// <summary>Whether a row and a column, or groups of them, have cells in common.</summary>
    public static bool Cross(TableForm form, string row, string column) => form.Parts.Any(p =>
        RowIds(form, row).All(id => p.Rows.Any(r => r.Id == id))
            && ColumnIds(form, column).All(id => p.Columns.Any(c => c.Id == id)));
}
