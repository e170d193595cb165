namespace ReportGen.Workbooks.Mapping;

/// <summary>Whether groups are above columns or left of rows.</summary>
internal enum GroupDirection
{
    /// <summary>Groups are above columns.</summary>
    Columns,

    /// <summary>Groups are left of rows.</summary>
    Rows,
}

/// <summary>
/// The outer labels of lines, to determine which group a line's innermost label belongs to. A group may be a merged cell,
/// one cell followed by empty ones, or repeated in every line; in each case the last group label before the line counts.
/// </summary>
internal sealed class GroupLabels
{
    private readonly List<Dictionary<string, IReadOnlyList<LabelCell>>> _levels = [];
    private readonly GroupDirection _direction;

    public GroupLabels(LocatedTable table, IEnumerable<ImmutableArray<string>> paths, GroupDirection direction,
        Func<LabelCell, bool>? isNear = null)
    {
        _direction = direction;
        foreach (var path in paths)
        {
            for (var level = 0; level < path.Length - 1; level++)
            {
                if (_levels.Count == level) _levels.Add([]);
                if (!_levels[level].ContainsKey(path[level]))
                    _levels[level][path[level]] = [.. table.Find(path[level]).Where(c => isNear?.Invoke(c) ?? true)];
            }
        }
    }

    /// <summary>The group labels that are missing from the sheet.</summary>
    public IEnumerable<string> Missing => _levels.SelectMany(l => l.Where(g => g.Value.Count == 0).Select(g => g.Key));

    /// <summary>Whether a cell can be the innermost label of a path: its nearest groups are those of the path.</summary>
    public bool Fit(LabelCell cell, ImmutableArray<string> path)
    {
        for (var level = 0; level < path.Length - 1; level++)
        {
            if (NearestGroup(_levels[level], cell) is { } group && group != path[level] && _levels[level][path[level]].Count > 0)
                return false;
        }
        return true;
    }

    private string? NearestGroup(Dictionary<string, IReadOnlyList<LabelCell>> groups, LabelCell cell)
    {
        string? nearest = null;
        var place = 0;
        foreach (var (label, cells) in groups)
        {
            foreach (var group in cells.Where(g => IsBefore(g, cell)))
            {
                if (Along(group) < place) continue;
                (nearest, place) = (label, Along(group));
            }
        }
        return nearest;
    }

    private int Along(LabelCell cell) => _direction == GroupDirection.Columns ? cell.Column : cell.Row;

    private bool IsBefore(LabelCell group, LabelCell cell) => _direction == GroupDirection.Columns
        ? group.Column <= cell.Column && group.Row < cell.Row
        : group.Row <= cell.Row && group.Column < cell.Column;
}
