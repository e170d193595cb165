using ReportGen.Documents;

namespace ReportGen;

/// <summary>The returned workbook for the author, and the review page, which the reviewer signs.</summary>
/// <param name="Workbook">退回单 (.xlsx): the workbook with marked cells and a list of the findings as its first sheet.</param>
/// <param name="Page">审核表: one page to read and to print.</param>
public sealed record ReturnedDocuments(ReadOnlyMemory<byte> Workbook, FinishedDocument Page);
