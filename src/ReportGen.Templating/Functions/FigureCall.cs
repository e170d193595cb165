namespace ReportGen.Templating.Functions;

/// <summary>A call of a function of <c>figure</c>: reads its arguments and reports errors in them.</summary>
/// <param name="Context">The rendering.</param>
/// <param name="Span">The place of the call.</param>
/// <param name="Function">The full name of the function.</param>
internal sealed record FigureCall(TemplateContext Context, SourceSpan Span, string Function)
{
    /// <summary>
    /// The figure formatted by <paramref name="write"/> with the given number of digits, 0 to 15; null if it is missing.
    /// </summary>
    public string? Write(object? value, int digits, Func<decimal, int, string> write)
    {
        CheckDigits(digits);
        return Read(value) is { } number ? Bounded(() => write(number, digits)) : null;
    }

    /// <summary>As <see cref="Write"/>, for two figures; null if one is missing.</summary>
    public string? Compare(object? one, object? other, int digits, Func<decimal, decimal, int, string> write)
    {
        CheckDigits(digits);
        var (first, second) = (Read(one), Read(other));
        return first is null || second is null ? null : Bounded(() => write(first.Value, second.Value, digits));
    }

    /// <summary>The figure; null if it is missing and the context is not strict.</summary>
    public decimal? Read(object? value)
    {
        value = ISourcedValue.Plain(value);
        if (value is null or "")
            return Context.StrictVariables ? throw new TemplateException(Span, Messages.NoFigure(Function)) : null;
        return FigureParser.TryRead((RenderContext)Context, value, out var number)
            ? number
            : throw new TemplateException(Span, Messages.NotANumber(Function, Context.ObjectToString(value, true)));
    }

    /// <summary>Returns the result of a calculation. Reports an error if it overflows.</summary>
    public T Bounded<T>(Func<T> compute) =>
        Numbers.TryCompute(compute, out var result) ? result : throw new TemplateException(Span, Messages.TooLarge(Function));

    private void CheckDigits(int digits)
    {
        if (digits is < 0 or > FigureText.MaximumDigits)
            throw new TemplateException(Span, Messages.OutOfRange(Function, "digits", digits, 0, FigureText.MaximumDigits));
    }
}
