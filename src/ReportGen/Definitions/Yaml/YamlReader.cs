using ReportGen.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReportGen.Definitions.Yaml;

/// <summary>
/// Reads a YAML file into nodes with locations. Limits: one document of at most 512 KiB, 24 levels and 20,000 values,
/// without anchors, aliases and tags.
/// </summary>
public static class YamlReader
{
    private const int MaxBytes = 512 * 1024;

    /// <summary>Reads a file that contains a map. Null, with findings, if it cannot be read.</summary>
    public static YamlMap? ReadFile(string file, ICollection<Diagnostic> findings)
    {
        try
        {
            using var stream = RegularFile.Open(file);
            if (stream.Length <= MaxBytes)
            {
                using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
                return Read(file, reader.ReadToEnd(), findings);
            }

            findings.Add(YamlMessages.TooLarge(new FileLocation { File = file }, MaxBytes / 1024));
        }
        catch (DecoderFallbackException)
        {
            findings.Add(YamlMessages.NotUtf8(new FileLocation { File = file }));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(YamlMessages.Unreadable(new FileLocation { File = file }));
        }

        return null;
    }

    /// <summary>Reads a text that contains a map. Null, with findings, if it is not valid.</summary>
    public static YamlMap? Read(string file, string text, ICollection<Diagnostic> findings)
    {
        var source = new YamlSource(file, text, findings);
        var parser = new Parser(new StringReader(text));
        try
        {
            return new NodeReader(source, parser).Document();
        }
        catch (YamlException e)
        {
            ReportMalformed(source, text, e.Start, e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException
            or IndexOutOfRangeException)
        {
            // YamlDotNet throws these for some malformed flow lists and escapes; the last event is the nearest location.
            ReportMalformed(source, text, parser.Current?.End ?? Mark.Empty, "unexpected characters");
        }
        catch (RefusedException e)
        {
            source.Report(e.Finding);
        }

        return null;
    }

    /// <summary>Reports a tab in the indentation, if any, because the parser gives a misleading location for it.</summary>
    private static void ReportMalformed(YamlSource source, string text, Mark at, string reason)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var tab = Array.FindIndex(lines, l => l.AsSpan(0, l.Length - l.AsSpan().TrimStart().Length).Contains('\t'));
        source.Report(tab < 0
            ? YamlMessages.Malformed(source.At((int)Math.Max(1, at.Line), (int)Math.Max(1, at.Column)), reason)
            : YamlMessages.Tab(source.At(tab + 1, lines[tab].IndexOf('\t') + 1)));
    }

    /// <summary>Aborts reading at a value that is not allowed. Caught within this class.</summary>
    private sealed class RefusedException(Diagnostic finding) : Exception
    {
        public Diagnostic Finding { get; } = finding;
    }

    private sealed class NodeReader(YamlSource source, IParser parser)
    {
        private const int MaxDepth = 24;
        private const int MaxNodes = 20_000;
        private int _nodes;

        public YamlMap? Document()
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _)) throw Refused(YamlMessages.Empty(source.At(1, 1)));
            var root = Node(0);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second)) throw Refused(YamlMessages.ManyDocuments(Place(second)));
            if (root is YamlMap map) return map;
            root.Report(YamlMessages.NoMap(root.Location));
            return null;
        }

        private YamlNode Node(int depth)
        {
            var place = Place(parser.Current!);
            if (parser.TryConsume<AnchorAlias>(out _)) throw Refused(YamlMessages.Alias(place));
            if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
                throw Refused(YamlMessages.Alias(place));
            if (depth > MaxDepth) throw Refused(YamlMessages.TooDeep(place, MaxDepth));
            if (++_nodes > MaxNodes) throw Refused(YamlMessages.TooMany(place, MaxNodes));
            if (parser.TryConsume<Scalar>(out var scalar)) return Text(scalar);
            return parser.TryConsume<SequenceStart>(out _) ? List(place, depth) : Map(place, depth);
        }

        private YamlText Text(Scalar scalar)
        {
            var at = Place(scalar);
            var isQuoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
            return new YamlText(source, at.Line, at.Column, scalar.Value, scalar.Style == ScalarStyle.Plain, isQuoted);
        }

        private YamlList List(TextLocation place, int depth)
        {
            var items = ImmutableArray.CreateBuilder<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
            return new YamlList(source, place.Line, place.Column, items.ToImmutable());
        }

        private YamlMap Map(TextLocation place, int depth)
        {
            parser.Consume<MappingStart>();
            var entries = ImmutableArray.CreateBuilder<(YamlText, YamlNode)>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Node(depth + 1);
                var value = Node(depth + 1);
                if (key is not YamlText text) key.Report(YamlMessages.KeyIsNoText(key.Location));
                else if (seen.Add(text.Value)) entries.Add((text, value));
                else text.Report(YamlMessages.DuplicateKey(text));
            }

            return new YamlMap(source, place.Line, place.Column, entries.ToImmutable());
        }

        private TextLocation Place(ParsingEvent at) =>
            source.At((int)Math.Max(1, at.Start.Line), (int)Math.Max(1, at.Start.Column));

        private static RefusedException Refused(Diagnostic finding) => new(finding);
    }
}
