namespace ReportGen.Workbooks.Reading.Xlsx;

/// <summary>A relationship from one part of a package to another.</summary>
/// <param name="Id">The id used in the part.</param>
/// <param name="Kind">The last segment of its type, such as <c>worksheet</c>.</param>
/// <param name="Target">The name of the target part.</param>
internal sealed record Relationship(string Id, string Kind, string Target)
{
    /// <summary>
    /// Reads the relationships of a part, or of the package if the name is empty. External targets are skipped.
    /// </summary>
    public static List<Relationship> Read(XlsxPackage package, string part)
    {
        var folder = part.Contains('/') ? part[..(part.LastIndexOf('/') + 1)] : "";
        var links = new List<Relationship>();
        using var reader = package.Read($"{folder}_rels/{part[folder.Length..]}.rels");
        while (reader is not null && reader.NextElement())
        {
            if (reader.Name != "Relationship" || reader.Plain("TargetMode") == "External") continue;
            if (reader.Plain("Id") is { } id && reader.Plain("Type") is { } type && reader.Plain("Target") is { } target)
                links.Add(new Relationship(id, type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
        }
        return links;
    }

    private static string Resolve(string folder, string target)
    {
        var path = target.Replace('\\', '/');
        var segments = new List<string>();
        foreach (var segment in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or "..")) segments.Add(segment);
        }
        return Uri.UnescapeDataString(string.Join('/', segments));
    }
}
