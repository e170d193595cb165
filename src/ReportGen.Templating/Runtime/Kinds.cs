namespace ReportGen.Templating.Runtime;

/// <summary>Names of kinds of values, as <c>object.kind</c> and messages say them.</summary>
internal static class Kinds
{
    /// <summary>The Chinese word for a kind.</summary>
    public static string Chinese(string kind) => kind switch
    {
        "null" => "空值",
        "bool" => "真假值",
        "int" or "long" or "bigint" => "整数",
        "float" or "double" or "decimal" or "number" => "数值",
        "string" => "文字",
        "array" or "list" => "数组",
        "object" => "对象",
        "range" => "区间",
        "function" => "函数",
        "datetime" => "日期",
        "timespan" => "时长",
        _ => kind,
    };
}
