using System.Text.Encodings.Web;

namespace ReportGen.Diagnostics;

/// <summary>
/// Escapes in JSON only what JSON needs, and <see cref="UnsafeCharacters"/>, so that Chinese text stays readable and no character
/// controls a terminal or an editor. A program that reads the JSON gets the text unchanged.
/// </summary>
public sealed class ReadableJsonEncoder : JavaScriptEncoder
{
    private ReadableJsonEncoder()
    {
    }

    /// <summary>The only instance.</summary>
    public static ReadableJsonEncoder Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) =>
        UnsafeRelaxedJsonEscaping.WillEncode(unicodeScalar) || IsUnsafe(unicodeScalar);

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var first = UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncode(text, textLength);
        var plain = new ReadOnlySpan<char>(text, first < 0 ? textLength : first);
        for (var i = 0; i < plain.Length; i++)
            if (!char.IsSurrogate(plain[i]) && IsUnsafe(plain[i])) return i;
        return first;
    }

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (UnsafeRelaxedJsonEscaping.WillEncode(unicodeScalar) || !IsUnsafe(unicodeScalar))
        {
            return UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(
                unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
        }

        return new Span<char>(buffer, bufferLength).TryWrite(
            CultureInfo.InvariantCulture, $"\\u{unicodeScalar:X4}", out numberOfCharactersWritten);
    }

    // All others are escaped by every encoder.
    private static bool IsUnsafe(int scalar) => scalar <= char.MaxValue && UnsafeCharacters.Contains((char)scalar);
}
