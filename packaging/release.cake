// The release files: `./build.sh release`. On Debian, x86-64 or arm64, as root or with everything installed.
// From the same commit come the same bytes: times are those of the commit, owners and order are fixed.

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

const string ReleaseFolder = "artifacts/release";
const string PublishFolder = "artifacts/release-programs";
const string OlderLibc = "artifacts/older-libc";

// The release of Debian whose C library the Linux programs are linked with; it is old enough for UOS 20 and Kylin V10.
const string OlderDebian = "bullseye";

record Platform(string Rid, string Debian, string Machine);

Platform[] platforms =
[
    new("linux-x64", "amd64", "x86_64"),
    new("linux-arm64", "arm64", "aarch64"),
    new("win-x64", null, null),
];

Platform Host() => RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? platforms[1] : platforms[0];

string Version() => XDocument.Load("Directory.Build.props").Descendants("Version").Single().Value;

DateTimeOffset CommitTime() => DateTimeOffset.FromUnixTimeSeconds(long.Parse(Capture("git", "log -1 --format=%ct").Trim()));

// ---------------------------------------------------------------- targets

Task("release")
    .Description($"Make the files that users download in {ReleaseFolder}/. --only=linux-x64,win-x64 makes some of them; --keep-programs does not compile again.")
    .IsDependentOn("setup")
    .IsDependentOn("fonts")
    .Does(() =>
    {
        CheckVersion();
        InstallForRelease();
        CleanDirectory(ReleaseFolder);
        var only = Argument("only", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var wanted = platforms.Where(p => only.Length == 0 || only.Contains(p.Rid)).ToList();
        // The host's program comes first: it writes the manual page and the completion scripts for all.
        foreach (var platform in wanted.Append(Host()).Distinct().OrderBy(p => p != Host()))
            if (!HasArgument("keep-programs") || !DirectoryExists($"{PublishFolder}/{platform.Rid}")) Publish(platform);
        var sbom = Sbom();
        var notices = Notices(sbom);
        foreach (var platform in wanted) Pack(platform, notices);
        System.IO.File.WriteAllText($"{ReleaseFolder}/reportgen-{Version()}.cdx.json", sbom.ToJsonString(new() { WriteIndented = true }) + "\n");
        CopyFile("packaging/Containerfile", $"{ReleaseFolder}/Containerfile");
        WriteSums();
        foreach (var file in ReleaseFiles()) Console.WriteLine($"  {new System.IO.FileInfo(file).Length,11:N0}  {file}");
    });

Task("test-release")
    .Description("Try the release files as users would: install, unpack, run; needs root, and `release` before it.")
    .Does(() => Run("bash", $"packaging/test-release.sh {ReleaseFolder}"));

// ---------------------------------------------------------------- what must be right first

void CheckVersion()
{
    var tags = Capture("git", "tag --points-at HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(t => t.StartsWith('v')).ToList();
    if (tags.Count > 0 && !tags.Contains($"v{Version()}"))
        throw new CakeException(1, $"the commit has the tag {tags[0]}, but Directory.Build.props has version {Version()}");
    if (!System.IO.File.ReadLines("CHANGELOG.md").Any(line => line.StartsWith($"## [{Version()}]")))
        throw new CakeException(1, $"CHANGELOG.md has no section for version {Version()}");
    if (Capture("git", "status --porcelain").Length > 0)
        Console.WriteLine("release: there are changes that are not committed; the files are not those of the commit.");
}

void InstallForRelease()
{
    var needs = new List<(string Program, string Package)> { ("dpkg-deb", "dpkg"), ("xz", "xz-utils") };
    foreach (var other in platforms.Where(p => p.Machine is not null))
        needs.Add(($"{other.Machine}-linux-gnu-gcc", $"gcc-{other.Machine.Replace('_', '-')}-linux-gnu libc6-dev-{other.Debian}-cross"));
    var missing = needs.Where(n => !IsOnPath(n.Program)).Select(n => n.Package).ToList();
    if (missing.Count == 0) return;
    var packages = string.Join(' ', missing);
    if (!CanInstall()) throw new CakeException(1, $"missing; run as root:  apt-get install -y --no-install-recommends {packages}");
    Console.WriteLine($"release: installing {packages}");
    Quietly("apt-get", "update -qq");
    Quietly("apt-get", $"install -y -qq --no-install-recommends {packages}");
}

// ---------------------------------------------------------------- programs

void Publish(Platform platform)
{
    Console.WriteLine($"release: the program for {platform.Rid}; this takes some minutes.");
    var output = $"{PublishFolder}/{platform.Rid}";
    CleanDirectory(output);
    var form = platform.Machine is null
        // Nothing here links for Windows: the same program with the runtime, compiled as far as can be without a linker.
        ? "--self-contained true -p:PublishReadyToRun=true -p:PublishTrimmed=true"
        : $"-p:PublishAot=true -p:NativeDebugSymbols=false -p:ObjCopyName={platform.Machine}-linux-gnu-objcopy "
            + $"-p:CppCompilerAndLinker={System.IO.Path.GetFullPath("packaging/linux/link.sh")}";
    if (platform.Machine is not null)
    {
        Environment.SetEnvironmentVariable("REPORTGEN_LINK_MACHINE", platform.Machine);
        Environment.SetEnvironmentVariable("REPORTGEN_LINK_LIBC", FetchLibc(platform.Debian));
    }

    Run("dotnet",
        $"publish src/ReportGen.Cli -c Release -r {platform.Rid} {form} -p:DebugType=none -p:GenerateDocumentationFile=false " +
        $"-p:RunAnalyzers=false -p:ContinuousIntegrationBuild=true -o {output} --nologo --verbosity quiet");
    // For a web server of Windows; nobody starts it.
    if (FileExists($"{output}/aspnetcorev2_inprocess.dll")) DeleteFile($"{output}/aspnetcorev2_inprocess.dll");
    if (DirectoryExists(FontFolder)) CopyDirectory(FontFolder, $"{output}/fonts");
}

// The C library of an older Debian, unpacked; nothing is installed. Returns its folder.
string FetchLibc(string architecture)
{
    var folder = System.IO.Path.GetFullPath($"{OlderLibc}/{architecture}");
    if (FileExists($"{folder}/.done")) return folder;
    Console.WriteLine($"release: fetching the C library of Debian {OlderDebian} for {architecture}");
    Quietly("bash", $"packaging/linux/fetch-packages.sh {OlderDebian} {architecture} {folder} libc6 libc6-dev");
    return folder;
}

string HostProgram(string arguments) => Capture(System.IO.Path.GetFullPath($"{PublishFolder}/{Host().Rid}/reportgen"), arguments);

// ---------------------------------------------------------------- packages

void Pack(Platform platform, string notices)
{
    var name = $"reportgen-{Version()}-{platform.Rid}";
    var root = $"{PublishFolder}/{name}";
    if (DirectoryExists(root)) DeleteDirectory(root, new() { Recursive = true, Force = true });
    // On Windows the program has many files; those for people stand above them.
    CopyDirectory($"{PublishFolder}/{platform.Rid}", platform.Machine is null ? $"{root}/app" : root);
    WriteCommonFiles(root, notices);
    if (platform.Machine is null)
    {
        CopyFile("packaging/windows/start.cmd", $"{root}/开始使用.cmd");
        WriteText($"{root}/说明.txt", "\uFEFF" + Filled("packaging/windows/说明.txt").Replace("\n", "\r\n"));
        Zip(root, $"{ReleaseFolder}/{name}.zip");
        return;
    }

    CopyFile("packaging/linux/start.desktop", $"{root}/开始使用.desktop");
    WriteText($"{root}/说明.txt", Filled("packaging/linux/说明.txt"));
    WriteShellFiles($"{root}/share/man/man1", $"{root}/share/bash-completion/completions", $"{root}/share/zsh/site-functions");
    CopyFile("docs/reportgen-watch.service", $"{root}/share/reportgen-watch.service");
    Tar(root, $"{ReleaseFolder}/{name}.tar.gz");
    Deb(platform, notices);
}

void WriteCommonFiles(string root, string notices)
{
    CopyFile("LICENSE", $"{root}/LICENSE");
    WriteText($"{root}/THIRD-PARTY-NOTICES.txt", notices);
    CopyDocuments($"{root}/docs");
}

// The pages for users. Those for developers, and links to them, are in the repository.
void CopyDocuments(string folder)
{
    EnsureDirectoryExists(folder);
    CopyDirectory("docs", folder);
    DeleteDirectory($"{folder}/decisions", new() { Recursive = true, Force = true });
    foreach (var page in new[] { "README.md", "README.zh-CN.md", "CHANGELOG.md" }) CopyFile(page, $"{folder}/../{page}");
}

void WriteShellFiles(string man, string bash, string zsh)
{
    foreach (var folder in new[] { man, bash, zsh }) EnsureDirectoryExists(folder);
    WriteText($"{man}/reportgen.1", HostProgram("manual --lang en"));
    EnsureDirectoryExists($"{man}/../zh_CN/man1");
    WriteText($"{man}/../zh_CN/man1/reportgen.1", HostProgram("manual --lang zh"));
    WriteText($"{bash}/reportgen", HostProgram("completion bash"));
    WriteText($"{zsh}/_reportgen", HostProgram("completion zsh"));
}

void Deb(Platform platform, string notices)
{
    var root = $"{PublishFolder}/deb-{platform.Debian}";
    if (DirectoryExists(root)) DeleteDirectory(root, new() { Recursive = true, Force = true });
    var (program, shared, doc) = ($"{root}/usr/lib/reportgen", $"{root}/usr/share/reportgen", $"{root}/usr/share/doc/reportgen");
    foreach (var folder in new[] { program, shared, doc, $"{root}/usr/bin", $"{root}/lib/systemd/system", $"{root}/DEBIAN",
        $"{root}/usr/share/applications", $"{root}/usr/share/icons/hicolor/scalable/apps", $"{root}/usr/share/lintian/overrides" })
        EnsureDirectoryExists(folder);
    CopyFile($"{PublishFolder}/{platform.Rid}/reportgen", $"{program}/reportgen");
    foreach (var part in new[] { "templates", "examples", "fonts" })
    {
        CopyDirectory($"{PublishFolder}/{platform.Rid}/{part}", $"{shared}/{part}");
        System.IO.File.CreateSymbolicLink($"{program}/{part}", $"../../share/reportgen/{part}");
    }

    System.IO.File.CreateSymbolicLink($"{root}/usr/bin/reportgen", "../lib/reportgen/reportgen");
    CopyDocuments($"{doc}/docs");
    WriteText($"{doc}/copyright", System.IO.File.ReadAllText("LICENSE") + "\n" + notices
        + "\nOn Debian systems, the GNU General Public License 3 is in /usr/share/common-licenses/GPL-3.\n");
    WriteText($"{doc}/changelog", $"reportgen ({Version()}) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n"
        + $" -- ReportGen contributors <reportgen@example.org>  {CommitTime().UtcDateTime:R}".Replace("GMT", "+0000") + "\n");
    WriteShellFiles($"{root}/usr/share/man/man1", $"{root}/usr/share/bash-completion/completions", $"{root}/usr/share/zsh/vendor-completions");
    CopyFile("packaging/linux/reportgen.desktop", $"{root}/usr/share/applications/reportgen.desktop");
    CopyFile("src/ReportGen.Cli/Preview/Page/icon.svg", $"{root}/usr/share/icons/hicolor/scalable/apps/reportgen.svg");
    CopyFile("packaging/debian/lintian-overrides", $"{root}/usr/share/lintian/overrides/reportgen");
    WriteText($"{root}/lib/systemd/system/reportgen-watch.service", System.IO.File.ReadAllText("docs/reportgen-watch.service")
        .Replace("/opt/reportgen/reportgen", "/usr/bin/reportgen").Replace("/srv/reportgen", "/var/lib/reportgen")
        .Replace("#   cp reportgen-watch.service /etc/systemd/system/\n", ""));
    foreach (var script in new[] { "postinst", "prerm", "postrm" }) CopyFile($"packaging/debian/{script}", $"{root}/DEBIAN/{script}");
    Quietly("bash", $"-c 'gzip -9n {doc}/changelog && find {root}/usr/share/man -name *.1 -exec gzip -9n {{}} +'");
    var size = GetFiles($"{root}/**/*").Sum(f => (new System.IO.FileInfo(f.FullPath).Length + 1023) / 1024);
    WriteText($"{root}/DEBIAN/control", System.IO.File.ReadAllText("packaging/debian/control")
        .Replace("@VERSION@", Version()).Replace("@ARCHITECTURE@", platform.Debian).Replace("@SIZE@", $"{size}"));
    Normalize(root);
    Quietly("bash", $"-c 'chmod 755 {root}/DEBIAN/p*'");
    Environment.SetEnvironmentVariable("SOURCE_DATE_EPOCH", $"{CommitTime().ToUnixTimeSeconds()}");
    // One thread: the compressed bytes depend on how many there are.
    Quietly("dpkg-deb", $"--root-owner-group --threads-max=1 -Zxz --build {root} {ReleaseFolder}/reportgen_{Version()}_{platform.Debian}.deb");
}

// ---------------------------------------------------------------- archives with the same bytes

void Normalize(string root) => Quietly("bash",
    $"-c 'chmod -R u=rwX,go=rX {root} && find {root} -type f ! -name reportgen ! -name *.desktop ! -name reportgen.exe -exec chmod a-x {{}} + "
    + $"&& find {root} -exec touch -h -d @{CommitTime().ToUnixTimeSeconds()} {{}} +'");

void Tar(string root, string file)
{
    Normalize(root);
    Quietly("bash", $"-c 'chmod 755 {root}/reportgen {root}/*.desktop && tar --sort=name --format=gnu --owner=0 --group=0 --numeric-owner "
        + $"-C {System.IO.Path.GetDirectoryName(root)} -c {System.IO.Path.GetFileName(root)} | gzip -9n > {file}'");
}

void Zip(string root, string file)
{
    using var zip = new ZipArchive(System.IO.File.Create(file), ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8);
    var top = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(root));
    foreach (var path in System.IO.Directory.EnumerateFiles(System.IO.Path.GetFullPath(root), "*", System.IO.SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal))
    {
        var entry = zip.CreateEntry(System.IO.Path.GetRelativePath(top, path).Replace('\\', '/'), CompressionLevel.SmallestSize);
        entry.LastWriteTime = CommitTime().ToUniversalTime();
        entry.ExternalAttributes = 0;
        using var content = System.IO.File.OpenRead(path);
        using var packed = entry.Open();
        content.CopyTo(packed);
    }
}

void WriteText(string file, string text) => System.IO.File.WriteAllText(file, text.Replace("\r\n", "\n").Replace("\n", text.Contains('\r') ? "\r\n" : "\n"), new UTF8Encoding(false));

string Filled(string file) => System.IO.File.ReadAllText(file).Replace("@VERSION@", Version());

// ---------------------------------------------------------------- what is inside

// The packages by CycloneDX's own tool; the runtime and the fonts, which it does not know, are added.
JsonObject Sbom()
{
    var folder = $"{PublishFolder}/sbom";
    Quietly("dotnet", $"CycloneDX src/ReportGen.Cli/ReportGen.Cli.csproj -o {folder} -fn sbom.json -F Json -rs -ed -dpr -ns "
        + $"-sn reportgen -sv {Version()} -st Application");
    var sbom = JsonNode.Parse(System.IO.File.ReadAllText($"{folder}/sbom.json")).AsObject();
    sbom["metadata"]["timestamp"] = CommitTime().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ");
    var components = sbom["components"].AsArray();
    components.Add(Component("framework", ".NET runtime and ASP.NET Core", RuntimeVersion(), "MIT"));
    foreach (var font in FontRows()) components.Add(Component("data", $"{font.Family}, made from {font.Source}", Version(), null, font.Licence));
    return sbom;
}

JsonObject Component(string type, string name, string version, string licenceId, string licenceName = null) => new()
{
    ["type"] = type, ["bom-ref"] = $"{name}@{version}", ["name"] = name, ["version"] = version,
    ["licenses"] = new JsonArray(new JsonObject
    {
        ["license"] = licenceId is null ? new JsonObject { ["name"] = licenceName } : new JsonObject { ["id"] = licenceId },
    }),
};

string RuntimePack() => System.IO.Directory.EnumerateDirectories(System.IO.Path.Combine(PackageFolder(), $"microsoft.netcore.app.runtime.nativeaot.{Host().Rid}"))
    .OrderByDescending(f => System.Version.Parse(System.IO.Path.GetFileName(f))).First();

string RuntimeVersion() => System.IO.Path.GetFileName(RuntimePack());

string PackageFolder() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
    ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

record FontRow(string Family, string Source, string Licence);

// The fonts that were made are those whose sources were there: fonts/LICENSES.md lists substitutes too.
IEnumerable<FontRow> FontRows() => System.IO.File.ReadLines("fonts/LICENSES.md")
    .Where(line => line.StartsWith("| ReportGen") && !line.Contains("if npm is not available"))
    .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).Select(cells => new FontRow(cells[1], cells[2], cells[3]));

string Notices(JsonObject sbom)
{
    var text = new StringBuilder("The program contains the packages below, the .NET runtime, and fonts. Each has its own licence.\n");
    var used = new SortedSet<string>(StringComparer.Ordinal);
    foreach (var package in sbom["components"].AsArray().Where(c => (string)c["type"] == "library"))
    {
        var licence = (string)package["licenses"]?[0]?["license"]?["id"] ?? throw new CakeException(1, $"{package["name"]} states no licence");
        used.Add(licence);
        var owner = (string)package["copyright"] ?? string.Join(", ", package["authors"]?.AsArray().Select(a => (string)a["name"]) ?? []);
        text.Append($"\n{package["name"]} {package["version"]}: {licence}\n  {owner}\n");
    }

    text.Append($"\n.NET runtime and ASP.NET Core {RuntimeVersion()}: MIT, with parts under other licences (at the end)\n  © .NET Foundation and Contributors\n");
    text.Append("\nFonts: their licences are in fonts/licenses.\n");
    foreach (var font in FontRows()) text.Append($"  {font.Family}, made from {font.Source}: {font.Licence}\n");
    foreach (var licence in used) text.Append($"\n{new string('-', 80)}\n{licence}\n\n{System.IO.File.ReadAllText($"packaging/licenses/{licence}.txt")}");
    text.Append($"\n{new string('-', 80)}\nParts of the .NET runtime\n\n{System.IO.File.ReadAllText($"{RuntimePack()}/THIRD-PARTY-NOTICES.TXT")}");
    return text.ToString().Replace("\r\n", "\n");
}

// ---------------------------------------------------------------- sums

IEnumerable<string> ReleaseFiles() => System.IO.Directory.EnumerateFiles(ReleaseFolder).Order(StringComparer.Ordinal);

void WriteSums()
{
    var lines = ReleaseFiles().Select(f => $"{Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(f))).ToLowerInvariant()}  {System.IO.Path.GetFileName(f)}");
    System.IO.File.WriteAllText($"{ReleaseFolder}/SHA256SUMS", string.Join('\n', lines.ToList()) + "\n");
}
