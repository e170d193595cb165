using ReportGen.Bindings;
using Scriban.Runtime;

namespace ReportGen.Documents.Views;

/// <summary>
/// A printed line for templates: <c>cells</c>, <c>is_header</c>, and <c>keep</c>: whether the next line must stand on the
/// same page.
/// </summary>
internal sealed class LineView(ScriptArray cells, bool isHeader, bool keep) : ReadOnlyScope
{
    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => ["cells", "is_header", "keep"];

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        value = member switch
        {
            "cells" => cells,
            "is_header" => isHeader,
            "keep" => keep,
            _ => null,
        };
        return value is not null;
    }
}
