using ReportGen.Model;
using ReportGen.Templating.Sources;

namespace ReportGen.Bindings;

/// <summary>Tables by name and id: this year's or last year's.</summary>
internal sealed class TablesScope(ImmutableArray<Table> tables, ReadValues readValues) : ReadOnlyScope
{
    /// <summary>The names and ids of <paramref name="tables"/>.</summary>
    public static IEnumerable<string> NamesOf(ImmutableArray<Table> tables) =>
        tables.SelectMany(t => new[] { t.Form.Name, t.Form.Id }).Distinct();

    /// <summary>The table with that name or id as a scope; null if none.</summary>
    public static TableScope? Find(ImmutableArray<Table> tables, string member, ReadValues readValues)
    {
        var table = tables.FirstOrDefault(t => t.Form.Name == member || t.Form.Id == member);
        return table is null ? null : new TableScope(table, readValues);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => NamesOf(tables);

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        value = Find(tables, member, readValues);
        return value is not null;
    }
}

/// <summary>A table's rows and named groups of rows, by name and id.</summary>
internal sealed class TableScope(Table table, ReadValues readValues) : ReadOnlyScope
{
    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => RowScope.NamesOf(table.Form.Rows.Concat(table.Form.Groups));

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        var part = table.Form.Parts.FirstOrDefault(p => RowScope.LineOf(p.Rows, member) is not null);
        var row = part is not null ? RowScope.LineOf(part.Rows, member) : RowScope.LineOf(table.Form.Groups, member);
        value = row is null ? null : new RowScope(table, part ?? table.Form.Parts[0], row, readValues);
        return row is not null;
    }
}

/// <summary>The figures of a row, or of a group of rows, by the names and ids of their columns.</summary>
internal sealed class RowScope(Table table, TablePart part, FormLine row, ReadValues readValues) : ReadOnlyScope
{
    /// <summary>The row's name.</summary>
    public string Name => row.Name;

    /// <summary>The names and ids of <paramref name="lines"/>.</summary>
    public static IEnumerable<string> NamesOf(IEnumerable<FormLine> lines) =>
        lines.SelectMany(l => new[] { l.Name, l.Id }).Distinct();

    /// <summary>The line with that name or id; null if none.</summary>
    public static FormLine? LineOf(ImmutableArray<FormLine> lines, string member) =>
        lines.FirstOrDefault(l => l.Name == member || l.Id == member);

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => NamesOf(part.Columns.Concat(table.Form.ColumnGroups));

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        var column = LineOf(part.Columns, member) ?? LineOf(table.Form.ColumnGroups, member);
        value = column is null ? null : Figure(column);
        return value is not null;
    }

    private ISourcedValue? Figure(FormLine column)
    {
        if (table.Find(row.Id, column.Id) is { } printed) return readValues.Read(new FigureValue(printed));
        var addends = Ids(row, table.Form.Groups)
            .SelectMany(r => Ids(column, table.Form.ColumnGroups).Select(c => table.Find(r, c)));
        return readValues.Read(new SumValue([.. addends.OfType<Cell>()]));
    }

    private static IEnumerable<string> Ids(FormLine line, ImmutableArray<FormLine> groups) =>
        groups.Contains(line) ? line.SumOf : [line.Id];
}
