namespace ReportGen.Templating.Syntax;

/// <summary>How the running block goes on.</summary>
public enum FlowState
{
    /// <summary>With the next statement.</summary>
    None,

    /// <summary>Out of the innermost loop.</summary>
    Break,

    /// <summary>With the next turn of the innermost loop.</summary>
    Continue,

    /// <summary>Out of the function, included template or template.</summary>
    Return,
}
