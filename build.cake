// The targets of the build. `./build.sh` lists them; `./build.sh TARGET` runs one.
// Downloads come only from apt (target "setup"), NuGet and npm.

#load "packaging/release.cake"

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Xml.Linq;

var target = Argument("target", "help");
var configuration = Argument("configuration", "Release");

const string Solution = "ReportGen.sln";
const string ToolFolder = "dist/reportgen";
const string ResultsFolder = "artifacts/test-results";
const string FontFolder = "artifacts/fonts";
const string WebFolder = "tests/web";
const string DemoFolder = "out";
const string MutationFolder = "artifacts/mutation";

TestCount testCount = null;

// ---------------------------------------------------------------- help

void ListTargets()
{
    Console.WriteLine("Usage: ./build.sh TARGET");
    foreach (var task in Tasks)
        Console.WriteLine($"  {task.Name,-13}{task.Description}");
}

// ---------------------------------------------------------------- setup

Task("setup")
    .Description("Install what is missing on this machine: browser, ICU, font tools (Debian, as root).")
    .Does(() =>
    {
        var missing = Requirements().Where(r => !r.IsThere()).ToList();
        if (missing.Count == 0) return;
        var packages = string.Join(' ', missing.Select(r => r.Package()));
        if (!CanInstall())
        {
            foreach (var r in missing) Console.WriteLine($"setup: missing: {r.Package()} ({r.Why})");
            Console.WriteLine(OperatingSystem.IsLinux()
                ? $"setup: run as root:  apt-get install -y --no-install-recommends {packages}"
                : "setup: `reportgen doctor` says what is missing and how to get it");
            return;
        }
        Console.WriteLine($"setup: installing {packages}");
        Quietly("apt-get", "update -qq");
        Quietly("apt-get", $"install -y -qq --no-install-recommends {packages}");
        ForgetMissingIcu();
    });

Task("fonts")
    .Description($"Make the fonts for printed reports in {FontFolder}/.")
    .IsDependentOn("setup")
    .Does(() =>
    {
        const string script = "fonts/build-fonts.sh";
        const int noSources = 3;
        var exit = OperatingSystem.IsWindows() ? noSources : RunUnchecked("bash", $"{script} {FontFolder}");
        if (exit is not (0 or noSources)) throw new CakeException(exit, $"{script} ended with exit code {exit}");
        // Without them, reports use the fonts of the machine.
        if (DirectoryExists(FontFolder))
            Environment.SetEnvironmentVariable("REPORTGEN_FONTS", System.IO.Path.GetFullPath(FontFolder));
    });

// ---------------------------------------------------------------- build and test

Task("restore")
    .Description("Restore the NuGet packages.")
    .IsDependentOn("setup")
    .Does(() => Run("dotnet", $"restore {Solution} --verbosity quiet"));

Task("build")
    .Description("Build everything; a warning is an error.")
    .IsDependentOn("restore")
    .Does(() => Run("dotnet", $"build {Solution} -c {configuration} --no-restore --nologo --verbosity quiet"));

Task("web-checks")
    .Description($"Get the checkers of web pages and Markdown from npm into {WebFolder}/.")
    .IsDependentOn("setup")
    .Does(() =>
    {
        // As in the lock file, and only if that is newer. Without npm, the tests that need them are not run.
        var installed = System.IO.Path.Combine(WebFolder, "node_modules", ".package-lock.json");
        if (!IsOnPath("npm") || (System.IO.File.Exists(installed)
            && System.IO.File.GetLastWriteTimeUtc(installed) >= System.IO.File.GetLastWriteTimeUtc($"{WebFolder}/package-lock.json")))
            return;
        if (OperatingSystem.IsWindows()) Run("cmd", "/c npm ci --silent --no-audit --no-fund", WebFolder);
        else Quietly("npm", $"ci --prefix {WebFolder} --no-audit --no-fund");
    });

Task("test")
    .Description("Run the tests. The last line is the count.")
    .IsDependentOn("build")
    .IsDependentOn("fonts")
    .IsDependentOn("web-checks")
    .Does(() => RunTests());

Task("approve")
    .Description("Rewrite the approved files from the output of the program; review the difference before you commit it.")
    .IsDependentOn("build")
    .IsDependentOn("fonts")
    .IsDependentOn("web-checks")
    .Does(() =>
    {
        Environment.SetEnvironmentVariable("REPORTGEN_APPROVE", "1");
        Run("dotnet", $"test tests/ReportGen.Tests -c {configuration} --no-build --nologo --verbosity quiet");
    });

Task("bench")
    .Description("Measure speed against the bare browser. --suite=cold,batch selects suites.")
    .IsDependentOn("dist")
    .Does(() =>
    {
        var suites = Argument("suite", "").Replace(',', ' ');
        Run("dotnet", $"run --project tests/ReportGen.Benchmarks -c Release --no-launch-profile -- {suites}");
    });

Task("mutate")
    .Description("Try the tests: change the program and see whether they notice. --sample=N takes other files, --files=GLOB only those.")
    .IsDependentOn("setup")
    .IsDependentOn("fonts")
    .Does(() =>
    {
        Run("dotnet", "tool restore --verbosity quiet");
        var files = Argument("files", "") is { Length: > 0 } glob ? [glob] : MutationSample(Argument("sample", 1));
        var mutate = string.Join(' ', files.Select(f => $"--mutate \"{f}\""));
        foreach (var file in files) Console.WriteLine($"mutate: {file}");
        // Beside a solution, Stryker takes no list of test projects: it runs in the folder of its configuration.
        Run("dotnet", $"stryker {mutate} --skip-version-check --output {System.IO.Path.GetFullPath(MutationFolder)}", workingFolder: "tests");
    });

Task("format")
    .Description("Format the C# sources.")
    .IsDependentOn("restore")
    .Does(() => Run("dotnet", $"format {Solution} --no-restore --verbosity quiet"));

// ---------------------------------------------------------------- the tool

Task("dist")
    .Description($"Publish the tool to {ToolFolder}/reportgen: a native executable that needs no .NET, where a linker is available.")
    .IsDependentOn("fonts")
    .Does(() =>
    {
        CleanDirectory(ToolFolder);
        // Where nothing links, the tool is published for the .NET that is installed: the same program, slower to start.
        Console.WriteLine(Linker() is null
            ? "No linker (clang or gcc) on this machine: the tool is published for the .NET that is installed."
            : "The tool is compiled to machine code; this takes some minutes.");
        var form = Linker() is { } linker
            ? $"-p:PublishAot=true -p:CppCompilerAndLinker={linker}"
            : "--self-contained false -p:PublishReadyToRun=true";
        Run("dotnet",
            $"publish src/ReportGen.Cli -c Release -r {RuntimeInformation.RuntimeIdentifier} {form} " +
            $"-p:DebugType=none -p:NativeDebugSymbols=false -p:GenerateDocumentationFile=false -p:RunAnalyzers=false -o {ToolFolder} --nologo --verbosity quiet");
        if (DirectoryExists(FontFolder)) CopyDirectory(FontFolder, $"{ToolFolder}/fonts");
    });

Task("test-dist")
    .Description("Run the tests of the command line again, with the published tool.")
    .IsDependentOn("dist")
    .IsDependentOn("build")
    .Does(() =>
    {
        Environment.SetEnvironmentVariable("REPORTGEN_TOOL", ToolPath());
        RunTests("--filter \"FullyQualifiedName~ReportGen.Tests.Cli.|FullyQualifiedName~ReportGen.Tests.Hostile.\"");
    });

Task("demo")
    .Description($"Turn every workbook in examples/ into PDF, HTML and Markdown in {DemoFolder}/.")
    .IsDependentOn("dist")
    .Does(() =>
    {
        CleanDirectory(DemoFolder);
        Run(ToolPath(), $"build {string.Join(' ', ExampleWorkbooks("*/inputs"))} -o {DemoFolder}");
        // As the agencies published them, errors included: they are returned, with the reasons.
        RunUnchecked(ToolPath(), $"build {string.Join(' ', ExampleWorkbooks("*/as-published"))} -o {DemoFolder}/as-published");
        Console.WriteLine($"The reports are in {MakeAbsolute(Directory(DemoFolder)).FullPath}. "
            + "In as-published below it: the workbooks as agencies published them, each report or the reasons for its return.");
        foreach (var file in GetFiles($"{DemoFolder}/**/*.*").Select(f => f.FullPath).OrderBy(f => f, StringComparer.Ordinal))
            Console.WriteLine($"  {file}");
    });

Task("pictures")
    .Description("Make the pictures of the three ways of use in docs/pictures/ from the running program.")
    .IsDependentOn("build")
    .IsDependentOn("fonts")
    .Does(() =>
    {
        // A test that is run by name only.
        Run("dotnet", $"test tests/ReportGen.Tests -c {configuration} --no-build --nologo --verbosity quiet --filter FullyQualifiedName~PicturesTests");
        // Fewer colours: a third of the size.
        if (IsOnPath("pngquant")) Run("sh", "-c \"pngquant --force --ext .png 128 docs/pictures/*.png\"");
    });

// ---------------------------------------------------------------- what a machine needs

record Requirement(string Why, Func<string> Package, Func<bool> IsThere);

Requirement[] Requirements() =>
[
    new("prints the PDF", () => "chromium-headless-shell",
        () => Environment.GetEnvironmentVariable("REPORTGEN_BROWSER") is { Length: > 0 } || IsOnPath("chromium-headless-shell")),
    new("Unicode for .NET", NewestIcu, () => !OperatingSystem.IsLinux() || IcuIsThere()),
    new("links the published tool", () => "gcc libc6-dev", () => !OperatingSystem.IsLinux() || Linker() is not null),
    new("makes the fonts", () => "python3-fonttools", () => HasFonts() || HasFontTools()),
    new("looks into the printed pages in the tests", () => "poppler-utils", () => !OperatingSystem.IsLinux() || IsOnPath("pdftotext")),
    new("checks the structure of PDF files in the tests", () => "qpdf", () => !OperatingSystem.IsLinux() || IsOnPath("qpdf")),
    new("checks web pages and Markdown in the tests", () => "nodejs npm", () => !OperatingSystem.IsLinux() || IsOnPath("npm")),
    new("font lookup", () => "fontconfig", () => !OperatingSystem.IsLinux() || IsOnPath("fc-list")),
];

bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
    .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
    .Any(folder => System.IO.File.Exists(System.IO.Path.Combine(folder, program)));

// What links on this machine; null for nothing. On Windows it would be a Visual Studio, which few have. A compiler without
// the C library's own files is there, and links nothing.
string Linker() => OperatingSystem.IsWindows() ? null : new[] { "clang", "gcc" }.FirstOrDefault(c => IsOnPath(c) && Links(c));

bool Links(string compiler)
{
    var program = System.IO.Path.GetTempFileName();
    var links = Succeeds("sh", $"-c \"echo 'int main(void) {{ return 0; }}' | {compiler} -x c - -o '{program}'\"");
    System.IO.File.Delete(program);
    return links;
}

bool HasFonts() => System.IO.Directory.Exists(FontFolder) && System.IO.Directory.EnumerateFiles(FontFolder, "*.ttf").Any();

bool HasFontTools() => !OperatingSystem.IsLinux() || new[] { "/usr/bin/python3", "python3" }
    .Any(python => (System.IO.File.Exists(python) || IsOnPath(python)) && Succeeds(python, "-c \"import fontTools.cu2qu\""));

bool IcuIsThere() => new[] { "/usr/lib", "/usr/lib64", "/lib" }
    .Where(System.IO.Directory.Exists)
    .SelectMany(folder => System.IO.Directory.EnumerateDirectories(folder).Prepend(folder))
    .Any(folder => System.IO.Directory.EnumerateFiles(folder, "libicuuc.so.*").Any());

// Debian numbers the package: libicu72, libicu76 …
string NewestIcu() => Capture("apt-cache", "--names-only search ^libicu[0-9]+$")
    .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])
    .OrderByDescending(name => int.Parse(name["libicu".Length..])).FirstOrDefault() ?? "libicu-dev";

bool CanInstall() => OperatingSystem.IsLinux() && IsOnPath("apt-get") && Environment.IsPrivilegedProcess;

void ForgetMissingIcu()
{
    if (Environment.GetEnvironmentVariable("REPORTGEN_BOOTSTRAP_WITHOUT_ICU") is not null && IcuIsThere())
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", null);
}

IEnumerable<string> ExampleWorkbooks(string folders) => GetFiles($"examples/{folders}/*.xlsx")
    .Select(f => $"\"{MakeAbsolute(Directory(".")).GetRelativePath(f)}\"").OrderBy(f => f, StringComparer.Ordinal);

string ToolPath() => System.IO.Path.GetFullPath($"{ToolFolder}/reportgen{(OperatingSystem.IsWindows() ? ".exe" : "")}");

// ---------------------------------------------------------------- the count of tests

void RunTests(string filter = "")
{
    CleanDirectory(ResultsFolder);
    // A test that hangs is named and ended; nobody waits for it until the machine gives up.
    var exit = RunUnchecked("dotnet",
        $"test tests/ReportGen.Tests -c {configuration} --no-build --nologo --verbosity quiet --blame-hang-timeout 5m --blame-hang-dump-type none " +
        $"--logger trx;LogFilePrefix=reportgen --results-directory {ResultsFolder} {filter}");
    var results = GetFiles($"{ResultsFolder}/*.trx").Select(f => XDocument.Load(f.FullPath)).ToList();
    foreach (var failure in results.SelectMany(FailedTests)) Console.WriteLine(failure);
    foreach (var name in results.SelectMany(TestsNotRun)) Console.WriteLine($"not run: {name}");
    testCount = CountTests(results, exit);
}

record TestCount(int Passed, int Failed)
{
    public bool IsGood => Failed == 0 && Passed > 0;
    public override string ToString() => $"{Passed} passed, {Failed} failed";
}

// A run that ended badly without a failed test (a crash of the host) counts as one failure.
TestCount CountTests(IReadOnlyList<XDocument> results, int exit)
{
    var counters = results.Select(r => r.Descendants().FirstOrDefault(e => e.Name.LocalName == "Counters"))
        .Where(c => c is not null).ToList();
    int Sum(string name) => counters.Sum(c => (int?)c.Attribute(name) ?? 0);
    int passed = Sum("passed"), failed = Sum("failed") + Sum("error") + Sum("timeout") + Sum("aborted");
    return new TestCount(passed, exit != 0 && failed == 0 ? 1 : failed);
}

// Name, reason and place of every failed test: what the quiet runner leaves out and a reader of the log needs first.
IEnumerable<string> FailedTests(XDocument results) =>
    from test in TestsWith(results, "Failed", "Error", "Timeout", "Aborted")
    let said = test.Descendants().Where(e => e.Name.LocalName is "Message" or "StackTrace").Select(e => Shortened(e.Value.TrimEnd()))
    select $"FAILED {(string)test.Attribute("testName")}\n{string.Join("\n", said)}\n";

// Those that are run by name only, and those that miss something on this machine, such as a browser.
IEnumerable<string> TestsNotRun(XDocument results) =>
    TestsWith(results, "NotExecuted", "Inconclusive").Select(test => (string)test.Attribute("testName"));

IEnumerable<XElement> TestsWith(XDocument results, params string[] outcomes) => results.Descendants()
    .Where(e => e.Name.LocalName == "UnitTestResult" && outcomes.Contains((string)e.Attribute("outcome")));

string Shortened(string text) => text.Length <= 4000 ? text : text[..4000] + " …";

// ---------------------------------------------------------------- the sample of files to change

const int MutationSamples = 12;

// Every so many-th source file of the folders whose mistakes cost most; the samples 1 to 12 together are all of them.
string[] MutationSample(int sample) => new[] { "Rules", "Publishing", "Workbooks/Reading" }
    .SelectMany(folder => GetFiles($"src/ReportGen/{folder}/**/*.cs"))
    .Select(f => MakeAbsolute(Directory("src/ReportGen")).GetRelativePath(f).FullPath)
    .OrderBy(f => f, StringComparer.Ordinal)
    .Where((_, index) => index % MutationSamples == (sample - 1) % MutationSamples)
    .ToArray();

// ---------------------------------------------------------------- running programs

int RunUnchecked(string program, string arguments, string workingFolder = "")
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = workingFolder });
    process.WaitForExit();
    return process.ExitCode;
}

void Run(string program, string arguments, string workingFolder = "")
{
    var exit = RunUnchecked(program, arguments, workingFolder);
    if (exit != 0) throw new CakeException(exit, $"{program} {arguments.Split(' ')[0]} ended with exit code {exit}");
}

// Output is shown only when the program fails.
void Quietly(string program, string arguments)
{
    var start = new ProcessStartInfo("sh", ["-c", $"{program} {arguments} 2>&1"]) { RedirectStandardOutput = true };
    start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
    using var process = Process.Start(start);
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode == 0) return;
    Console.Error.WriteLine(output);
    throw new CakeException(process.ExitCode, $"{program} ended with exit code {process.ExitCode}");
}

bool Succeeds(string program, string arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
    process.StandardError.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0;
}

string Capture(string program, string arguments)
{
    if (!IsOnPath(program)) return "";
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true });
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return output;
}

// ---------------------------------------------------------------- run

if (Tasks.All(t => t.Name != target))
{
    if (target != "help") Console.Error.WriteLine($"build: there is no target \"{target}\"");
    ListTargets();
    Environment.Exit(target == "help" ? 0 : 2);
}

var exitCode = 0;
try
{
    RunTarget(target);
}
catch (Exception e)
{
    var cause = e is AggregateException a ? a.InnerExceptions[0] : e;
    Console.Error.WriteLine($"build: {cause.Message}");
    exitCode = 1;
}

if (target is "test" or "test-dist")
{
    testCount ??= new TestCount(0, 0);
    Console.WriteLine(testCount);
    exitCode = testCount.IsGood && exitCode == 0 ? 0 : 1;
}
Environment.Exit(exitCode);
