using System.Xml;

namespace ReportGen.Workbooks.Reading.Xlsx;

/// <summary>
/// Walks the XML of one part forwards, element by element. Names are compared without their namespace, because the
/// strict form of the format has other namespaces than the usual one.
/// </summary>
internal sealed class PartReader(Stream stream, string file, WorkbookLimits limits) : IDisposable
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

    /// <summary>The local name of the element just reached.</summary>
    public string Name => _xml.LocalName;

    /// <summary>How deep the element just reached is nested; the root's depth is 0.</summary>
    public int Depth => _xml.Depth;

    /// <summary>Goes to the next start tag anywhere in the part. False at its end.</summary>
    public bool NextElement()
    {
        while (Step())
            if (_xml.NodeType == XmlNodeType.Element) return true;
        return false;
    }

    /// <summary>Goes to the next start tag within the element at <paramref name="depth"/>. False behind its end tag.</summary>
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

    /// <summary>An attribute by its local name, whatever its namespace; null when it is missing.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
            if (_xml.LocalName == name && _xml.Prefix != "xmlns") value = _xml.Value;
        _xml.MoveToElement();
        return value;
    }

    /// <summary>An attribute that has no namespace, by name; null when it is missing.</summary>
    public string? Plain(string name) => _xml.GetAttribute(name);

    /// <summary>All text of the element just reached, entities resolved, spaces kept; ends on its end tag.</summary>
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
        return more?.ToString() ?? first;
    }

    /// <summary>Refuses a text that is too long.</summary>
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
