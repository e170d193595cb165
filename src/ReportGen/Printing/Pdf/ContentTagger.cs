namespace ReportGen.Printing.Pdf;

/// <summary>
/// Marks as artifacts what a content stream paints outside tagged content: the page numbers, backgrounds and rules that no
/// reader should read aloud. Tagged content that only paints paths, as the rules and shades of a table, becomes an artifact too,
/// and so does the repeated heading of a table.
/// </summary>
internal ref struct ContentTagger
{
    private static readonly ReadOnlyMemory<byte> s_pagination = "/Artifact <</Type /Pagination>> BDC\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> s_layout = "/Artifact <</Type /Layout>> BDC\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> s_end = "\nEMC"u8.ToArray();

    private readonly ReadOnlySpan<byte> _content;
    private readonly Predicate<string> _isTaggedForm;
    private readonly Func<int, string, bool>? _isRepeated;
    private readonly List<Edit> _edits = [];
    private readonly List<int> _untagged = [];
    private readonly MarkStack _marks = new();
    private int _path = -1, _text = -1;
    private bool _hasTagged;
    private Sequence? _sequence;

    private ContentTagger(ReadOnlySpan<byte> content, Predicate<string> isTaggedForm, Func<int, string, bool>? isRepeated)
    {
        _content = content;
        _isTaggedForm = isTaggedForm;
        _isRepeated = isRepeated;
    }

    /// <summary>Marks the artifacts of a content stream.</summary>
    /// <param name="content">The stream, decoded.</param>
    /// <param name="isTaggedForm">Whether an XObject has tagged content of its own, by its name in the resources.</param>
    /// <param name="isRepeated">
    /// Whether marked content repeats the heading of a table, by its number and the operands that show its text; null if none
    /// does.
    /// </param>
    /// <param name="untagged">The numbers of marked content that are no longer used.</param>
    /// <returns>The stream with marks; null if nothing changes.</returns>
    public static byte[]? Tag(
        ReadOnlySpan<byte> content, Predicate<string> isTaggedForm, Func<int, string, bool>? isRepeated, out List<int> untagged)
    {
        var tagger = new ContentTagger(content, isTaggedForm, isRepeated);
        for (var scanner = new ContentScanner(content); scanner.MoveNext();) tagger.Take(scanner);
        untagged = tagger._untagged;
        return tagger._edits.Count > 0 ? tagger.Result() : null;
    }

    private void Take(ContentScanner at)
    {
        var op = at.Operator;
        if (op is Op.BDC or Op.BMC) Open(at);
        else if (op == Op.EMC) Close();
        else if (op == Op.BT) _text = _marks.IsTagged || _marks.IsArtifact ? -1 : at.Start;
        else if (op == Op.ET) EndText(at.End);
        else if (op is Op.MoveTo or Op.Rectangle && _path < 0) _path = at.Start;
        else if (op == Op.EndPath) _path = -1;
        else if (Op.PaintsPath(op)) Paint(_path, at.End);
        else if (Op.PaintsObject(op)) PaintObject(at);
        else if (Op.ShowsText(op) && _sequence is { } sequence) NoteText(sequence, at.Operands);
    }

    private readonly void NoteText(Sequence sequence, ReadOnlySpan<byte> operands)
    {
        sequence.HasContent = true;
        if (_isRepeated is not null) sequence.Text.Append(Encoding.Latin1.GetString(operands));
    }

    private void Open(ContentScanner at)
    {
        var id = at.MarkedContentId();
        var tag = at.FirstName();
        if (id >= 0)
        {
            _hasTagged = true;
            _text = -1;
            if (_marks.Count == 0) _sequence = new(at.Start, at.End, id, IsDecoration: !IsContent(tag));
        }
        _marks.Open(id >= 0, tag.SequenceEqual("Artifact"u8));
    }

    // A path that has one of these tags is more than decoration.
    private static bool IsContent(ReadOnlySpan<byte> tag) =>
        tag.SequenceEqual("Figure"u8) || tag.SequenceEqual("Formula"u8) || tag.SequenceEqual("Form"u8)
        || tag.SequenceEqual("Lbl"u8);

    private void Close()
    {
        _marks.Close();
        if (_marks.Count > 0 || _sequence is not { } sequence) return;
        _sequence = null;
        var isRepeated = sequence.HasContent && _isRepeated?.Invoke(sequence.Id, sequence.Text.ToString()) == true;
        if (!isRepeated && (!sequence.IsDecoration || sequence.HasContent || !sequence.HasPaths)) return;
        _edits.Add(new(sequence.Start, sequence.End, (isRepeated ? s_pagination : s_layout)[..^1]));
        _untagged.Add(sequence.Id);
    }

    private void EndText(int end)
    {
        if (_text >= 0) AddArtifact(_text, end, _hasTagged ? s_layout : s_pagination);
        _text = -1;
    }

    private void PaintObject(ContentScanner at)
    {
        if (_sequence is { } sequence) sequence.HasContent = true;
        var name = Encoding.Latin1.GetString(at.FirstName());
        if (at.Operator != Op.Do || !_isTaggedForm(name)) Paint(at.Start, at.End);
    }

    private void Paint(int start, int end)
    {
        _path = -1;
        if (_sequence is { } sequence) sequence.HasPaths = true;
        if (start >= 0 && _text < 0 && !_marks.IsTagged && !_marks.IsArtifact) AddArtifact(start, end, s_layout);
    }

    // Artifacts that follow each other are one.
    private readonly void AddArtifact(int start, int end, ReadOnlyMemory<byte> begin)
    {
        if (_edits.Count > 1 && _edits[^1] is var last && last.Text.Equals(s_end) && _edits[^2].Text.Equals(begin)
            && _content[last.Start..start].IndexOfAnyExcept(" \r\n\t"u8) < 0)
        {
            _edits.RemoveAt(_edits.Count - 1);
        }
        else
        {
            _edits.Add(new(start, start, begin));
        }
        _edits.Add(new(end, end, s_end));
    }

    private readonly byte[] Result()
    {
        // The tags of sequences that became artifacts were found at their ends.
        var edits = _edits.OrderBy(e => e.Start).ToArray();
        var result = new byte[_content.Length + edits.Sum(e => e.Text.Length - (e.End - e.Start))];
        var (from, to) = (0, 0);
        foreach (var edit in edits)
        {
            _content[from..edit.Start].CopyTo(result.AsSpan(to));
            to += edit.Start - from;
            edit.Text.Span.CopyTo(result.AsSpan(to));
            to += edit.Text.Length;
            from = edit.End;
        }
        _content[from..].CopyTo(result.AsSpan(to));
        return result;
    }

    private readonly record struct Edit(int Start, int End, ReadOnlyMemory<byte> Text);

    private sealed record Sequence(int Start, int End, int Id, bool IsDecoration)
    {
        public StringBuilder Text { get; } = new();

        public bool HasContent { get; set; }

        public bool HasPaths { get; set; }
    }
}
