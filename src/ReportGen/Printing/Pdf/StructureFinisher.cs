namespace ReportGen.Printing.Pdf;

/// <summary>Adapts the structure tree that Chromium writes to the structure types of PDF 1.7.</summary>
internal static class StructureFinisher
{
    // Types of PDF 2.0 that Chromium writes.
    private static readonly (string Type, string Standard)[] s_roles =
    [
        ("Em", "Span"), ("Strong", "Span"), ("Sub", "Span"), ("Title", "P"), ("Aside", "Sect"), ("DocumentFragment", "Sect"),
    ];

    /// <summary>Maps types of later versions, completes lists, and turns figures that are no pictures into groups.</summary>
    public static void Finish(PdfFile file)
    {
        if (file.Object(file.Catalog["StructTreeRoot"]) is not { Dictionary: { } root } rootObject) return;
        var used = new HashSet<string>();
        foreach (var item in file.Objects.ToArray())
        {
            var type = TypeOf(item);
            if (type.SequenceEqual("LI"u8)) CompleteItem(file, item);
            else if (type.SequenceEqual("Figure"u8)) MakeGroup(file, item);
            foreach (var (later, _) in s_roles)
                if (Ascii.Equals(type, later)) used.Add(later);
        }
        if (used.Count == 0 || root.Has("RoleMap")) return;
        var roles = new PdfDictionary();
        foreach (var (type, standard) in s_roles)
            if (used.Contains(type)) roles[type] = new PdfName(standard);
        root["RoleMap"] = roles;
        rootObject.IsChanged = true;
    }

    /// <summary>Removes marked content that is no longer tagged from the structure.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">The key of the content stream in the parent tree.</param>
    /// <param name="id">The number of the marked content.</param>
    /// <param name="owner">The page, or the form, whose content stream it is in.</param>
    public static void RemoveContent(PdfFile file, int key, int id, PdfObject owner)
    {
        var root = file.Dictionary(file.Catalog["StructTreeRoot"]);
        if (Find(file, root?["ParentTree"], key) is not { Array: { } parents, Holder: var holder }) return;
        if (id >= parents.Items.Count) return;
        if (file.Object(parents.Items[id]) is { Dictionary: { } element } elementObject)
        {
            Remove(file, element, id, owner);
            elementObject.IsChanged = true;
        }
        parents.Items[id] = PdfKeyword.Null;
        holder.IsChanged = true;
    }

    /// <summary>
    /// The structure type of an element, read without parsing the object, as most elements stay as they are; empty for others.
    /// </summary>
    public static ReadOnlySpan<byte> TypeOf(PdfObject item)
    {
        var mark = "/Type /StructElem\n/S /"u8;
        var start = item.Raw.IndexOf(mark);
        if (start is < 0 or > 32) return [];
        var type = item.Raw[(start + mark.Length)..];
        var length = type.IndexOf((byte)'\n');
        return length < 0 ? [] : type[..length];
    }

    /// <summary>The array of a number tree under a key, and the object that holds it.</summary>
    private static (PdfObject Holder, PdfArray? Array)? Find(PdfFile file, PdfValue? node, int key)
    {
        if (file.Object(node) is not { Dictionary: { } tree } holder) return null;
        var numbers = file.Array(tree["Nums"])?.Items ?? [];
        for (var i = 0; i + 1 < numbers.Count; i += 2)
        {
            if (file.Number(numbers[i]) != key) continue;
            var value = numbers[i + 1];
            return file.Object(value) is { } single ? (single, single.Value as PdfArray) : (holder, value as PdfArray);
        }
        foreach (var kid in file.Array(tree["Kids"])?.Items ?? [])
            if (Find(file, kid, key) is { } found) return found;
        return null;
    }

    private static void Remove(PdfFile file, PdfDictionary element, int id, PdfObject owner)
    {
        var kids = file.Resolve(element["K"]);
        if (kids is PdfArray list) list.Items.RemoveAll(IsContent);
        else if (kids is not null && IsContent(kids)) element["K"] = null;
        if (kids is PdfArray { Items: [] }) element["K"] = null;

        bool IsContent(PdfValue kid) => kid switch
        {
            PdfNumber number => number.Value == id && file.Object(element["Pg"]) == owner,
            PdfDictionary part => file.Number(part["MCID"]) == id
                && file.Object(part["Stm"] ?? part["Pg"] ?? element["Pg"]) == owner,
            _ => false,
        };
    }

    // LI may hold only Lbl and LBody (ISO 32000-1, table 336); Chromium leaves LBody out.
    private static void CompleteItem(PdfFile file, PdfObject item)
    {
        if (item.Dictionary is not { } element) return;
        var kids = Kids(element);
        var body = kids
            .Where(k => file.Object(k)?.Dictionary is { } kid && file.Name(kid["S"]) is not ("Lbl" or "LBody")).ToArray();
        if (body.Length == 0) return;
        var added = file.Add(new PdfDictionary
        {
            ["Type"] = new PdfName("StructElem"), ["S"] = new PdfName("LBody"), ["P"] = item.Reference,
            ["K"] = new PdfArray(body),
        });
        foreach (var kid in body.Select(file.Object))
        {
            kid!.Dictionary!["P"] = added.Reference;
            kid.IsChanged = true;
        }
        element["K"] = new PdfArray(kids.Where(k => !body.Contains(k)).Append(added.Reference).ToArray());
        item.IsChanged = true;
    }

    /// <summary>The kids of an element as written: elements, numbers of marked content, or dictionaries that name it.</summary>
    public static List<PdfValue> Kids(PdfDictionary element) =>
        element["K"] is PdfArray list ? list.Items : element["K"] is { } single ? [single] : [];

    // HTML's figure groups a picture and its caption; PDF's Figure is the picture.
    private static void MakeGroup(PdfFile file, PdfObject item)
    {
        if (item.Dictionary is not { } element || element.Has("Alt") || element.Has("ActualText")) return;
        var kids = Kids(element);
        if (kids.Count == 0 || !kids.TrueForAll(k => file.Object(k) is not null)) return;
        element["S"] = new PdfName("Div");
        item.IsChanged = true;
    }
}
