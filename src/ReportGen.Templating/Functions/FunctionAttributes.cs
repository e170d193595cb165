namespace ReportGen.Templating.Functions;

/// <summary>Gives a function another name than the snake_case form of its method.</summary>
/// <param name="name">The name that templates write.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScriptNameAttribute(string name) : Attribute
{
    /// <summary>The name that templates write.</summary>
    public string Name { get; } = name;
}

/// <summary>
/// Marks a function that Scriban does not have: it can be called, but listing the members of its library leaves it out.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BeyondScribanAttribute : Attribute;

/// <summary>Hands a parameter its argument as it is, even a sourced value; for functions that only pass it on.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AsIsAttribute : Attribute;
