using System.Text.RegularExpressions;
using System.Xml;

namespace ReportGen.Workbooks.Annotation;

/// <summary>
/// Removes unsafe characters (see <see cref="UnsafeCharacters"/>) from the texts and attributes of an XML part: as they are, as
/// character references, and in the escapes of spreadsheets (<c>_x202E_</c>).
/// </summary>
internal static partial class PartCleaner
{
    /// <summary>
    /// Returns the cleaned part; the same bytes if there is nothing to remove or the part is not XML that can be read.
    /// </summary>
    public static byte[] Clean(string name, byte[] part)
    {
        if (!MayHold(name, part)) return part;
        try
        {
            using var reader = PackageEdit.Reader(part);
            using var stream = new MemoryStream();
            bool isChanged;
            using (var writer = XmlWriter.Create(stream, PackageEdit.WriterSettings)) isChanged = Copy(reader, writer);
            return isChanged ? stream.ToArray() : part;
        }
        catch (XmlException)
        {
            // What cannot be read here is not shown by other programs either.
            return part;
        }
    }

    /// <summary>Returns the text of a part without unsafe characters and their escapes.</summary>
    internal static string Clean(string text) => UnsafeCharacters.Remove(Escape().Replace(text,
        static escape => UnsafeCharacters.Contains((char)Convert.ToUInt16(escape.Groups[1].Value, 16)) ? "" : escape.Value));

    // Plain ASCII without references and escapes, as most parts are, needs no parsing.
    private static bool MayHold(string name, ReadOnlySpan<byte> part) =>
        (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase))
        && (part.IndexOfAnyExceptInRange((byte)0, (byte)0x7E) >= 0 || part.IndexOf("&#"u8) >= 0 || part.IndexOf("_x"u8) >= 0
            || part.Contains((byte)0));

    private static bool Copy(XmlReader reader, XmlWriter writer)
    {
        var isChanged = false;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element: CopyElement(); break;
                case XmlNodeType.EndElement: writer.WriteFullEndElement(); break;
                case XmlNodeType.Text: writer.WriteString(Cleaned(reader.Value)); break;
                case XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    writer.WriteWhitespace(Cleaned(reader.Value));
                    break;
                case XmlNodeType.CDATA: writer.WriteCData(Cleaned(reader.Value)); break;
                case XmlNodeType.Comment: writer.WriteComment(Cleaned(reader.Value)); break;
                case XmlNodeType.ProcessingInstruction:
                    writer.WriteProcessingInstruction(reader.Name, Cleaned(reader.Value));
                    break;
            }
        }

        return isChanged;

        void CopyElement()
        {
            writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
            var isEmpty = reader.IsEmptyElement;
            for (var isNext = reader.MoveToFirstAttribute(); isNext; isNext = reader.MoveToNextAttribute())
            {
                writer.WriteStartAttribute(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteString(Cleaned(reader.Value));
                writer.WriteEndAttribute();
            }

            reader.MoveToElement();
            if (isEmpty) writer.WriteEndElement();
        }

        string Cleaned(string text)
        {
            var clean = Clean(text);
            isChanged |= clean != text;
            return clean;
        }
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
