using System.Xml;

namespace ReportGen.Workbooks.Reading.Xlsx;

/// <summary>
/// A forward-only reader over the XML of one part. Namespaces are ignored, because the strict variant of the format uses
/// different ones.
/// </summary>
internal sealed class PartReader(Stream stream, string file, WorkbookLimits limits, InflationBudget budget) : IDisposable
{
    private readonly XmlReader _xml = XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        MaxCharactersInDocument = limits.InflatedBytes,
    });

    /// <summary>The local name of the current element.</summary>
    public string Name => _xml.LocalName;

    /// <summary>The depth of the current element; 0 for the root.</summary>
    public int Depth => _xml.Depth;

    /// <summary>Advances to the next start tag in the part. False at the end.</summary>
    public bool NextElement()
    {
        while (Step())
            if (_xml.NodeType == XmlNodeType.Element) return true;
        return false;
    }

    /// <summary>Advances to the next start tag within the element at <paramref name="depth"/>. False after its end tag.</summary>
    public bool NextElementWithin(int depth)
    {
        if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == depth && _xml.IsEmptyElement) return false;
        while (Step())
        {
            if (_xml.NodeType == XmlNodeType.Element) return true;
            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth) return false;
        }
        return false;
    }

    /// <summary>An attribute by its local name, in any namespace; null if missing.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
            if (_xml.LocalName == name && _xml.Prefix != "xmlns") value = _xml.Value;
        _xml.MoveToElement();
        return value;
    }

    /// <summary>An attribute without a namespace, by name; null if missing.</summary>
    public string? Plain(string name) => _xml.GetAttribute(name);

    /// <summary>Reads all text of the current element, with entities resolved and spaces kept; stops at its end tag.</summary>
    public string ReadText()
    {
        if (_xml.IsEmptyElement) return "";
        var depth = _xml.Depth;
        var first = "";
        StringBuilder? more = null;
        while (Step() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (!IsText(_xml.NodeType)) continue;
            if (first.Length == 0) first = _xml.Value;
            else (more ??= new StringBuilder(first)).Append(_xml.Value);
            CheckLength(more?.Length ?? first.Length);
        }
        var text = more?.ToString() ?? first;
        budget.Keep(text.Length);
        return text;
    }

    /// <summary>Throws if a text is too long.</summary>
    public void CheckLength(int length) =>
        WorkbookRefusedException.ThrowIfOver(file, length, limits.TextLength, "单元格字数", "characters in a cell");

    public void Dispose()
    {
        _xml.Dispose();
        stream.Dispose();
    }

    private bool Step()
    {
        if (!_xml.Read()) return false;
        WorkbookRefusedException.ThrowIfOver(file, _xml.Depth, limits.Nesting, "XML 嵌套层数", "nested XML elements");
        return true;
    }

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;
}
