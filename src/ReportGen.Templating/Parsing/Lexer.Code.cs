using System.Globalization;
using System.Text;

namespace ReportGen.Templating.Parsing;

internal sealed partial class Lexer
{
    /// <summary>Operators and marks; of those that begin alike the longest is taken.</summary>
    private static readonly string[] s_operators =
    [
        "..<", "...", "//=", "..", "||", "|>", "&&", "??", "?!", "?.", "==", "!=", "<=", ">=", "<<", ">>", "++", "--",
        "+=", "-=", "*=", "/=", "%=", "//", "+", "-", "*", "/", "%", "<", ">", "=", "!", "|", "&", "?", ":", ",", ".",
        "(", ")", "[", "]", "{", "}", "^", "@",
    ];

    private static readonly string[]?[] s_operatorsByFirst = ByFirst(s_operators);

    /// <summary>Reads code up to its end and returns the strip mark there.</summary>
    private char ReadCode()
    {
        var enter = Here;
        var errors = _errors.Count;
        _braces = 0;
        _interpolations.Clear();
        while (!AtEnd && !IsFull)
        {
            if (ExitLength() is var length and > 0)
                return ReadExit(length);
            ReadToken();
        }

        if (AtEnd && _options.Mode == ScriptMode.Default && _errors.Count == errors)
            Report(enter, ParserMessages.ClosingExpected("}}", "end of file"));
        return '\0';
    }

    /// <summary>The length of a block end that begins here; 0 where none does.</summary>
    private int ExitLength()
    {
        if (_options.Mode == ScriptMode.ScriptOnly || _braces > 0 || _interpolations.Count > 0)
            return 0;
        if (Current == '}' && Peek(1) == '}')
            return 2;
        return Current is '-' or '~' && Peek(1) == '}' && Peek(2) == '}' ? 3 : 0;
    }

    private char ReadExit(int length)
    {
        var start = Here;
        var strip = length == 3 ? Current : '\0';
        AdvanceTo(_offset + length);
        Add(TokenType.CodeExit, start, null);
        return strip;
    }

    private void ReadToken()
    {
        var c = Current;
        if (c == '\n')
            ReadNewLine();
        else if (char.IsWhiteSpace(c))
            Advance();
        else if (c == '#')
            SkipComment();
        else if (c == ';')
            ReadMark(TokenType.SemiColon);
        else if (c is '"' or '\'')
            ReadString(c);
        else if (c == '`')
            ReadVerbatim();
        else if (c == '$')
            ReadLocal();
        else if (char.IsAsciiDigit(c))
            ReadNumber();
        else if (IdentifierLength(_offset, true) > 0)
            ReadIdentifier();
        else
            ReadOperator();
    }

    private void ReadMark(TokenType type)
    {
        var start = Here;
        Advance();
        Add(type, start, null);
    }

    private void ReadNewLine()
    {
        if (_interpolations.Count > 0)
            CloseBrokenInterpolation();
        var start = Here;
        Advance();
        _tokens.Add(new Token(TokenType.NewLine, start, start, null));
    }

    private void SkipComment()
    {
        var isBlock = Peek(1) == '#';
        AdvanceTo(_offset + (isBlock ? 2 : 1));
        while (!AtEnd && CommentExit() == 0)
        {
            if (isBlock && Current == '#' && Peek(1) == '#')
            {
                AdvanceTo(_offset + 2);
                return;
            }

            if (!isBlock && Current == '\n')
                return;
            Advance();
        }
    }

    private int CommentExit()
    {
        if (_options.Mode == ScriptMode.ScriptOnly)
            return 0;
        var mark = Current is '-' or '~' ? 1 : 0;
        return Peek(mark) == '}' && Peek(mark + 1) == '}' ? mark + 2 : 0;
    }

    private void ReadIdentifier()
    {
        var start = Here;
        var length = WordLength(_offset);
        if (AsksForEmpty(length))
            length++;
        AdvanceTo(_offset + length);
        Add(TokenType.Identifier, start, _text.Substring(start.Offset, length));
    }

    /// <summary>Whether the word is the member <c>empty?</c>.</summary>
    private bool AsksForEmpty(int length) =>
        length == 5 && Peek(5) == '?' && string.CompareOrdinal(_text, _offset, "empty", 0, 5) == 0
        && _tokens.Count > 0 && (_tokens.Last.Is(".") || _tokens.Last.Is("?."));

    private void ReadLocal()
    {
        var start = Here;
        Advance();
        if (Current is '"' or '\'')
        {
            ReadInterpolation(start);
            return;
        }

        var length = Current == '$' ? 1 : WordLength(_offset);
        var name = _text.Substring(_offset, length);
        AdvanceTo(_offset + length);
        Add(TokenType.LocalIdentifier, start, name);
    }

    private int WordLength(int offset)
    {
        var length = 0;
        while (IdentifierLength(offset + length, false) is var next and > 0)
            length += next;
        return length;
    }

    /// <summary>UTF-16 code units of the character of a name at <paramref name="offset"/>; 0 where none is.</summary>
    private int IdentifierLength(int offset, bool first)
    {
        if (offset >= _text.Length || Rune.DecodeFromUtf16(_text.AsSpan(offset), out var rune, out var length)
            != System.Buffers.OperationStatus.Done)
            return 0;
        if (rune.Value == '_' || Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber)
            return length;
        return !first && IsInnerOfName(rune) ? length : 0;
    }

    private static bool IsInnerOfName(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private void ReadOperator()
    {
        var start = Here;
        if (Current == '}' && _braces == 0 && _interpolations.Count > 0)
        {
            ReadInterpolationText();
            return;
        }

        if (FindOperator() is not { } op)
        {
            ReportCharacter(start);
            return;
        }

        _braces += op == "{" ? 1 : op == "}" && _braces > 0 ? -1 : 0;
        if (op == "?" && Peek(1) == '[' && _offset > 0 && !char.IsWhiteSpace(_text[_offset - 1]))
            op = "?[";
        AdvanceTo(_offset + op.Length);
        Add(TokenType.Operator, start, op);
    }

    private string? FindOperator()
    {
        foreach (var candidate in Current < s_operatorsByFirst.Length ? s_operatorsByFirst[Current] ?? [] : [])
        {
            if (string.CompareOrdinal(_text, _offset, candidate, 0, candidate.Length) == 0)
                return candidate;
        }

        return null;
    }

    private static string[]?[] ByFirst(string[] operators)
    {
        var table = new string[]?[128];
        foreach (var op in operators)
            table[op[0]] = [.. table[op[0]] ?? [], op];
        return table;
    }

    private void ReportCharacter(TextPosition start)
    {
        var text = Rune.TryGetRuneAt(_text, _offset, out var rune) ? rune.ToString() : "\ufffd";
        AdvanceTo(_offset + (Rune.TryGetRuneAt(_text, _offset, out _) ? text.Length : 1));
        var message = ParserMessages.BadCharacter(text);
        if (text is "，" or "：" or "（" or "）" or "；" or "“" or "”" or "‘" or "’" or "。" or "｜" or "！" or "？")
            message = message.WithHint("代码里请用半角标点。", "Use half-width punctuation in code.");
        Report(start, message);
    }
}
