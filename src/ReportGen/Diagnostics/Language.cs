namespace ReportGen.Diagnostics;

/// <summary>The languages in which the program speaks to its users.</summary>
public enum Language
{
    /// <summary>简体中文.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
