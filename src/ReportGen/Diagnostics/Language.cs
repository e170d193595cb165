namespace ReportGen.Diagnostics;

/// <summary>The languages of the program's messages and output.</summary>
public enum Language
{
    /// <summary>简体中文.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
