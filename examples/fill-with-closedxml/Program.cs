// Fills the standard workbook of ReportGen with ClosedXML: one workbook for each line of a CSV file. See README.md.
//
// Exit codes: 0 every workbook is written; 1 the CSV file has errors, nothing is written; 2 the command line is wrong;
// 3 a file cannot be read or written.

using ClosedXML.Excel;
using FillWithClosedXml;

const int DataError = 1, UsageError = 2, FileError = 3;

try
{
    return Run([.. args.Where(a => a != "--missing-as-zero")], args.Contains("--missing-as-zero"));
}
catch (StopException e)
{
    Console.Error.WriteLine(e.Message);
    return e.ExitCode;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"文件不能读写：{e.Message}");
    return FileError;
}

static int Run(string[] files, bool missingAsZero)
{
    if (files is not [var blankPath, var csvPath, var outputFolder] || files.Any(f => f.StartsWith('-')))
        throw new StopException(UsageError, "用法：fill-with-closedxml 空白工作簿.xlsx 数据.csv 输出文件夹 [--missing-as-zero]");

    var problems = new List<Problem>();
    var blank = File.ReadAllBytes(blankPath);
    var table = FigureTable.Read(csvPath, problems);
    if (problems.Count > 0) return Report(problems, csvPath);
    using var workbook = Open(blank, blankPath);
    var plan = ColumnPlan.Make(table.Headings, workbook, problems);
    if (plan is null) return Report(problems, csvPath);
    // Everything is examined before anything is written.
    var bodies = table.Lines
        .Select(line => (File: FileName(plan, line, problems), Values: plan.Values(line, missingAsZero, problems), line.Line))
        .ToList();
    var names = bodies.Where(b => b.File.Length > 0).GroupBy(b => b.File, StringComparer.OrdinalIgnoreCase);
    foreach (var twice in names.Where(n => n.Count() > 1))
        problems.Add(new Problem(twice.Last().Line, null, $"与第 {twice.First().Line} 行是同一单位、同一年度。"));
    if (problems.Count > 0) return Report(problems, csvPath);

    if (bodies.Select(b => Path.Combine(outputFolder, b.File)).FirstOrDefault(File.Exists) is { } there)
        throw new StopException(FileError, $"{there} 已存在；没有写出任何工作簿。请先移走该文件，或换一个输出文件夹。");

    Directory.CreateDirectory(outputFolder);
    var filler = new WorkbookFiller(blank);
    foreach (var (file, values, _) in bodies)
    {
        var path = Path.Combine(outputFolder, file);
        filler.Write(path, values);
        Console.WriteLine(path);
    }

    return 0;
}

static int Report(List<Problem> problems, string csvPath)
{
    foreach (var problem in problems.OrderBy(p => p.Line)) Console.Error.WriteLine($"{Path.GetFileName(csvPath)}，{problem}");
    Console.Error.WriteLine($"共 {problems.Count} 处错误，没有写出任何工作簿。");
    return DataError;
}

static XLWorkbook Open(byte[] content, string path)
{
    try
    {
        return new XLWorkbook(new MemoryStream(content));
    }
    // ClosedXML throws exceptions of many types for a file that is no workbook.
    catch (Exception e)
    {
        throw new StopException(FileError, $"{path} 不是可用的 .xlsx 工作簿：{e.Message}");
    }
}

// BODY-YEAR.xlsx; empty where the body or the year cannot be part of a file name.
static string FileName(ColumnPlan plan, FigureLine line, List<Problem> problems)
{
    var (body, year) = (line.Values[plan.BodyColumn].Trim(), line.Values[plan.YearColumn].Trim());
    // The year is checked by the workbook's own rule.
    if (body.Length > 0 && !body.Any(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c))) return $"{body}-{year}.xlsx";
    problems.Add(new Problem(line.Line, ColumnPlan.Body, body.Length == 0 ? "必须填写。" : $"“{body}”含有不能用作文件名的字符。"));
    return "";
}
