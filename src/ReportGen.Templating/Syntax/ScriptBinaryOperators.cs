namespace ReportGen.Templating.Syntax;

/// <summary>Signs and precedence of the binary operators.</summary>
internal static class ScriptBinaryOperators
{
    /// <summary>The operator of a sign, with its precedence; higher binds closer, 0 where the sign is none.</summary>
    public static int Precedence(string sign, out ScriptBinaryOperator op)
    {
        (op, var precedence) = sign switch
        {
            "??" => (ScriptBinaryOperator.EmptyCoalescing, 1),
            "?!" => (ScriptBinaryOperator.NotEmptyCoalescing, 1),
            "||" => (ScriptBinaryOperator.Or, 2),
            "&&" => (ScriptBinaryOperator.And, 3),
            "==" => (ScriptBinaryOperator.CompareEqual, 4),
            "!=" => (ScriptBinaryOperator.CompareNotEqual, 4),
            "<" => (ScriptBinaryOperator.CompareLess, 5),
            "<=" => (ScriptBinaryOperator.CompareLessOrEqual, 5),
            ">" => (ScriptBinaryOperator.CompareGreater, 5),
            ">=" => (ScriptBinaryOperator.CompareGreaterOrEqual, 5),
            "&" => (ScriptBinaryOperator.BinaryAnd, 6),
            "<<" => (ScriptBinaryOperator.ShiftLeft, 6),
            ">>" => (ScriptBinaryOperator.ShiftRight, 6),
            ".." => (ScriptBinaryOperator.RangeInclude, 7),
            "..<" => (ScriptBinaryOperator.RangeExclude, 7),
            "+" => (ScriptBinaryOperator.Add, 8),
            "-" => (ScriptBinaryOperator.Subtract, 8),
            "*" => (ScriptBinaryOperator.Multiply, 9),
            "/" => (ScriptBinaryOperator.Divide, 9),
            "//" => (ScriptBinaryOperator.DivideRound, 9),
            "%" => (ScriptBinaryOperator.Modulus, 9),
            _ => (default, 0),
        };
        return precedence;
    }

    /// <summary>The operator of a compound assignment such as <c>+=</c>.</summary>
    public static bool TryCompound(string sign, out ScriptBinaryOperator op)
    {
        op = default;
        return sign is "+=" or "-=" or "*=" or "/=" or "//=" or "%=" && Precedence(sign[..^1], out op) > 0;
    }

    /// <summary>The sign of an operator.</summary>
    public static string Sign(ScriptBinaryOperator op) => op switch
    {
        ScriptBinaryOperator.EmptyCoalescing => "??",
        ScriptBinaryOperator.NotEmptyCoalescing => "?!",
        ScriptBinaryOperator.Or => "||",
        ScriptBinaryOperator.And => "&&",
        ScriptBinaryOperator.CompareEqual => "==",
        ScriptBinaryOperator.CompareNotEqual => "!=",
        ScriptBinaryOperator.CompareLess => "<",
        ScriptBinaryOperator.CompareLessOrEqual => "<=",
        ScriptBinaryOperator.CompareGreater => ">",
        ScriptBinaryOperator.CompareGreaterOrEqual => ">=",
        ScriptBinaryOperator.RangeInclude => "..",
        ScriptBinaryOperator.RangeExclude => "..<",
        ScriptBinaryOperator.BinaryAnd => "&",
        ScriptBinaryOperator.ShiftLeft => "<<",
        ScriptBinaryOperator.ShiftRight => ">>",
        ScriptBinaryOperator.Add => "+",
        ScriptBinaryOperator.Subtract => "-",
        ScriptBinaryOperator.Multiply => "*",
        ScriptBinaryOperator.Divide => "/",
        ScriptBinaryOperator.DivideRound => "//",
        _ => "%",
    };

    /// <summary>Whether the operator compares.</summary>
    public static bool Compares(ScriptBinaryOperator op) =>
        op is >= ScriptBinaryOperator.CompareEqual and <= ScriptBinaryOperator.CompareGreaterOrEqual;
}
