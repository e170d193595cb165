namespace ReportGen.Tests.Cli.Templates;

/// <summary>One way to nest, chain or repeat a construct of the template language any number of times.</summary>
public sealed record Nesting(string Name, string Start, string Open, string Middle, string Close, string End)
{
    /// <summary>Every construct of the grammar, and sequences of characters that the lexer reads one by one.</summary>
    public static readonly Nesting[] All =
    [
        new("parentheses", "{{ ", "(", "1", ")", " }}"),
        new("brackets", "{{ ", "[", "1", "]", " }}"),
        new("braces", "{{ x = ", "{a:", "1", "}", " }}"),
        new("calls", "{{ x = 1; ", "math.abs(", "1", ")", " }}"),
        new("calls with blanks", "{{ ", "math.abs (", "1", ")", " }}"),
        new("indexers", "{{ x = [0]; ", "x[", "0", "]", " }}"),
        new("members", "{{ x = {}; x", ".x", "", "", " }}"),
        new("optional members", "{{ x = {}; x", "?.x", "", "", " }}"),
        new("index chain", "{{ x = []; x", "[0]", "", "", " }}"),
        new("empty tests", "{{ x = []; x", ".empty?", "", "", " }}"),
        new("call chain", "{{ x = 1; x", "()", "", "", " }}"),
        new("not", "{{ ", "!", "true", "", " }}"),
        new("minus", "{{ ", "-", "1", "", " }}"),
        new("minus apart", "{{ ", "- ", "1", "", " }}"),
        new("plus", "{{ ", "+", "1", "", " }}"),
        new("at", "{{ x = 1; ", "@", "x", "", " }}"),
        new("caret", "{{ x = [1]; ", "^", "x", "", " }}"),
        new("increment", "{{ x = 1; ", "++", "x", "", " }}"),
        new("sum", "{{ 1", " + 1", "", "", " }}"),
        new("product", "{{ 1", " * 1", "", "", " }}"),
        new("comparison", "{{ 1", " == 1", "", "", " }}"),
        new("and", "{{ true", " && true", "", "", " }}"),
        new("or", "{{ false", " || false", "", "", " }}"),
        new("coalesce", "{{ null", " ?? null", "", "", " }}"),
        new("coalesce otherwise", "{{ 1", " ?! 1", "", "", " }}"),
        new("ranges", "{{ 1", "..1", "", "", " }}"),
        new("shift", "{{ 1", " << 0", "", "", " }}"),
        new("concat", "{{ x = 'a'", " + 'a'", "", "", " }}"),
        new("condition then", "{{ ", "true ? ", "1", " : 1", " }}"),
        new("condition else", "{{ ", "true ? 1 : ", "1", "", " }}"),
        new("pipes", "{{ 1", " | math.abs", "", "", " }}"),
        new("pipes over lines", "{{ 1", "\n|> math.abs", "", "", " }}"),
        new("pipe into parenthesis", "{{ ", "(1 | math.abs ", "1", ")", " }}"),
        new("interpolated", "{{ ", "$\"{", "1", "}\"", " }}"),
        new("interpolated parts", "{{ $\"", "{1}", "", "", "\" }}"),
        new("do", "{{ x = ", "do; ret ", "1", "; end", " }}"),
        new("func", "{{ ", "func f; ", "1", "; end", " }}"),
        new("inline func", "{{ ", "f(x) = ", "1", "", " }}"),
        new("if", "{{ ", "if true; ", "1", "; end", " }}"),
        new("else if", "{{ if false", ";else if false", "", "", " ;end }}"),
        new("for", "{{ ", "for i in 1..1; ", "1", "; end", " }}"),
        new("case", "{{ ", "case 1; when 1; ", "1", "; end", " }}"),
        new("when", "{{ case 1", "; when 2", "", "", " ;end }}"),
        new("while", "{{ ", "while false; ", "1", "; end", " }}"),
        new("with", "{{ x = {}; ", "with x; ", "1", "; end", " }}"),
        new("wrap", "{{ func f; $$; end; ", "wrap f; ", "1", "; end", " }}"),
        new("capture", "{{ ", "capture x; ", "1", "; end", " }}"),
        new("tablerow", "{{ ", "tablerow i in 1..1; ", "1", "; end", " }}"),
        new("import", "{{ x = {}; ", "import x; ", "1", "", " }}"),
        new("readonly", "{{ x = 1; ", "readonly x; ", "1", "", " }}"),
        new("tags if", "", "{{ if true }}", "1", "{{ end }}", ""),
        new("tags for", "", "{{ for i in 1..1 }}", "1", "{{ end }}", ""),
        new("comments", "{{ ", "# ", "", "", " }}"),
        new("block comments", "{{ ", "## ", "1", " ##", " }}"),
        new("escapes", "", "{%{", "x", "}%}", ""),
        new("long escape", "", "%", "x", "", ""),
        new("open code", "", "{{ ", "1", " }}", ""),
        new("arguments", "{{ object.size ", "1 ", "", "", " }}"),
        new("commas", "{{ x = [1", ",1", "", "", "] }}"),
        new("statements", "{{ 1", ";1", "", "", " }}"),
        new("assignments", "{{ ", "x = ", "1", "", " }}"),
        new("named arguments", "{{ math.abs ", "value: ", "1", "", " }}"),
        new("strings", "{{ ", "'", "", "'", " }}"),
        new("verbatim", "{{ ", "`", "", "`", " }}"),
        new("braces run", "", "{", "", "", ""),
        new("closing run", "", "}", "", "", ""),
        new("digits", "{{ ", "9", "", "", " }}"),
        new("fraction", "{{ 1.", "9", "", "", " }}"),
        new("hexadecimal", "{{ 0x", "f", "", "", " }}"),
        new("binary", "{{ 0b", "1", "", "", " }}"),
        new("exponent", "{{ 1e", "9", "", "", " }}"),
        new("name", "{{ x", "x", "", "", " }}"),
        new("nul", "{{ ", "\0", "", "", " }}"),
        new("tags", "", "<", "", "", ""),
        new("attribute", "<a href=\"", "'", "", "", "\">"),
        new("blanks", "{{ 1", " ", "", "", " }}"),
        new("lines", "{{ 1", "\n", "", "", " }}"),
        new("tildes", "{{", "~", "", "", " }}"),
        new("minus signs", "{{", "-", "", "", " }}"),
        new("else", "{{ ", "else\n", "", "", " }}"),
        new("end", "{{ ", "end ", "", "", " }}"),
        new("parameters", "{{ func f(a", ", a", "", "", "); end }}"),
        new("optional", "{{ x = {}; ", "x?", "", "", " }}"),
        new("mix", "{{ x = [0]; ", "[x[(", "0", ")]]", " }}"),
    ];

    /// <summary>Returns a text of about <paramref name="length"/> characters.</summary>
    public string OfLength(int length)
    {
        var times = length / (Open.Length + Close.Length);
        return Start + Repeat(Open, times) + Middle + Repeat(Close, times) + End;
    }

    public override string ToString() => Name;

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
