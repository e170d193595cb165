using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ReportGen.Definitions;

namespace ReportGen.Workbooks.Mapping;

/// <summary>The comparison keys of a table's labels, cached for each definition. Thread-safe.</summary>
internal sealed class FormKeys(TableDefinition definition)
{
    private static readonly ConditionalWeakTable<TableDefinition, FormKeys> s_made = [];

    private readonly ConcurrentDictionary<(string Label, LabelLooseness Looseness), ImmutableArray<string>> _keys = new();
    private readonly ConcurrentDictionary<LabelLooseness, ImmutableHashSet<string>> _shared = new();

    /// <summary>Returns the cached keys of a definition. Thread-safe.</summary>
    public static FormKeys Of(TableDefinition definition) => s_made.GetValue(definition, static d => new FormKeys(d));

    /// <summary>The distinct keys of a label and its synonyms.</summary>
    public ImmutableArray<string> Find(string label, LabelLooseness looseness) => _keys.GetOrAdd((label, looseness), _ =>
        [.. definition.Synonyms.GetValueOrDefault(label, []).Prepend(label).Select(s => LabelText.Key(s, looseness)).Distinct()]);

    /// <summary>Whether another label of the form has the same key at this looseness.</summary>
    public bool IsShared(string label, LabelLooseness looseness) =>
        _shared.GetOrAdd(looseness, Shared).Contains(Find(label, looseness)[0]);

    private ImmutableHashSet<string> Shared(LabelLooseness looseness) =>
        [.. definition.Form.Parts.SelectMany(p => p.Rows.Concat(p.Columns)).SelectMany(l => l.Labels).Distinct()
            .GroupBy(l => LabelText.Key(l, looseness)).Where(g => g.Skip(1).Any()).Select(g => g.Key)];
}
