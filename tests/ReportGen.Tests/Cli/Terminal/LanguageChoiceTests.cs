using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Cli.Terminal;

[Parallelizable(ParallelScope.All)]
public sealed class LanguageChoiceTests
{
    [TestCase("zh_CN.UTF-8", "", "", Language.Chinese)]
    [TestCase("", "zh_CN.UTF-8", "en_US.UTF-8", Language.Chinese)]
    [TestCase("", "", "zh_TW", Language.Chinese)]
    [TestCase("en_US.UTF-8", "zh_CN.UTF-8", "zh_CN.UTF-8", Language.English)]
    [TestCase("fr_FR@euro", "", "zh_CN.UTF-8", Language.English)]
    public void The_first_locale_variable_that_is_set_decides(string all, string messages, string lang, Language expected) =>
        Assert.That(Choose([], all, messages, lang), Is.EqualTo(expected));

    [TestCase("build a.xlsx --lang en", Language.English)]
    [TestCase("--lang=en check", Language.English)]
    [TestCase("--lang fr", Language.Chinese)]
    [TestCase("build --lang", Language.Chinese)]
    public void The_option_takes_precedence_over_the_locale(string line, Language expected) =>
        Assert.That(Choose(line.Split(' '), "zh_CN.UTF-8", "", ""), Is.EqualTo(expected));

    [TestCase("C", Language.Chinese, Language.Chinese)]
    [TestCase("POSIX", Language.English, Language.English)]
    [TestCase("C.UTF-8", Language.Chinese, Language.Chinese)]
    [TestCase("", Language.Chinese, Language.Chinese)]
    [TestCase("C", null, Language.English)]
    [TestCase("en_US.UTF-8", Language.Chinese, Language.English)]
    [TestCase("zh_CN.UTF-8", Language.English, Language.Chinese)]
    public void Where_nobody_chose_a_locale_the_kinds_decide(string locale, Language? ofKinds, Language expected) =>
        Assert.That(Choose([], locale, "", "", ofKinds), Is.EqualTo(expected));

    private static Language Choose(string[] arguments, string all, string messages, string lang, Language? ofKinds = null) =>
        LanguageChoice.Choose(arguments,
            name => name switch { "LC_ALL" => all, "LC_MESSAGES" => messages, "LANG" => lang, _ => null }, () => ofKinds);
}
