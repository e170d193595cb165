using System.Globalization;
using ReportGen.Templating;
using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using ReportGen.Tests.Architecture;
using Scriban.Runtime;

namespace ReportGen.Tests.Templating;

/// <summary>
/// Templates with random changes must give text or errors with places, the same ones each time. The seed is fixed; the long run
/// is for changes of the lexer, the parser or a limit.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class FuzzTests
{
    private const int SmallStack = 256 * 1024;

    private static readonly string[] s_pieces =
    [
        "{{", "}}", "{{-", "~}}", "{%{", "}%}", "(", ")", "[", "]", "{", "}", "\"", "'", "`", "$\"", "{", "$", "$$", "$0",
        "|", "|>", "||", "&&", "??", "?.", "?", ":", ",", ".", "..", "..<", "...", "=", "==", "+=", "++", "--", "+", "-",
        "*", "/", "//", "%", "<<", ">>", "<", ">", "!", "@", "^", ";", "\n", "#", "##", "\\", "if ", "else ", "else if ",
        "end ", "for x in ", "while ", "case ", "when ", "func f ", "func f(x) ", "ret ", "do ", "wrap ", "with ",
        "capture ", "import ", "readonly ", "break ", "continue ", "tablerow x in ", "include ", "this", "empty", "null",
        "true", "1", "0x", "1e9", "2147483647", "0.1", "表三", "\u0000", "\ud83d", "<script>", "<a href=\"", "style=", ">",
        "<!--", "-->", "limit:", "reversed ", "object.eval ", "array.each ", "string.pad_left 9999999 ", "regex.match ",
        "object.eval_template ", "| array.sort ", "| array.join ", "| array.filter @", "do; ", "$\"{", "}\"", "x[x.size] = x ",
        "x << x", "* 1000 ",
        "| object.to_json ", "| date.to_string '%c' ", "| math.format 'N99' ", "figure.sum ", "| string.split '' ", "capture x ",
        "?[", "e\u0301", "😀",
    ];

    [TestCase(1, 3000)]
    public void Changed_templates_give_text_or_errors(int seed, int count) => Run(seed, count);

    [TestCase(50, 2_000_000)]
    [Explicit("Takes minutes.")]
    public void Many_more_changed_templates_give_text_or_errors(int seeds, int count)
    {
        for (var seed = 1; seed <= seeds; seed++) Run(seed * 7919, count / seeds);
    }

    /// <summary>Runs on a small stack, where unbounded recursion would end the process.</summary>
    private static void Run(int seed, int count)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    TryAll(seed, count);
                }
                catch (AssertionException error)
                {
                    failure = error;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        Assert.That(failure, Is.Null);
    }

    private static void TryAll(int seed, int count)
    {
        var random = new Random(seed);
        var seeds = RepositoryFiles.Under("tests/ReportGen.Tests/Templating/cases", "*.sbn").Order()
            .Select(File.ReadAllText).ToArray();
        for (var i = 0; i < count; i++)
        {
            var text = Changes.Make(seeds[random.Next(seeds.Length)], s_pieces, random);
            var first = Render(text, i % 3);
            if (i % 50 == 0) Assert.That(Render(text, i % 3), Is.EqualTo(first), text);
        }
    }

    /// <summary>The output or the errors; fails on anything else.</summary>
    private static string Render(string text, int mode)
    {
        try
        {
            var context = new RenderContext { IsStrict = mode == 0, UsesDecimals = mode != 1, StepLimit = 200_000,
                LimitToString = 100_000, CollectionLimit = 10_000 };
            context.RegexTimeOut = TimeSpan.FromMilliseconds(50);
            context.PushGlobal(new ScriptObject { ["evil"] = "<", ["x"] = new ScriptArray { 1, "a" } });
            var template = ReportTemplate.Parse(text, "fuzz", isHtml: mode == 2);
            var errors = template.TryRender(context, out var output);
            foreach (var error in errors) Assert.That(error.Reason.Chinese, Is.Not.Empty);
            return errors.IsEmpty ? Hide(output) : string.Join('\n', errors.Select(m => m.Span));
        }
        catch (Exception error) when (error is not AssertionException)
        {
            throw new AssertionException(
                $"{error.GetType().Name}: {error.Message}\nfrom the template:\n{text}\n{error.StackTrace}");
        }
    }

    /// <summary>Removes what differs from run to run.</summary>
    private static string Hide(string output) =>
        output.Length.ToString(CultureInfo.InvariantCulture);
}
