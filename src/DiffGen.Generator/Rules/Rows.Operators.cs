namespace DiffGen.Generator.Rules;

// The operators of C#, on floating-point numbers and integers alike; only the former carry derivatives.
internal static partial class PrimitiveTable
{
    private static Primitive[] Operators() =>
    [
        Operator("add", 2, "+", (e, d) => d, (e, d) => d) with { Commutes = true },
        Operator("sub", 2, "-", (e, d) => d, (e, d) => -d),
        Operator("mul", 2, "*", (e, d) => d * e.X(1), (e, d) => d * e.X(0)) with { Commutes = true },
        Operator("div", 2, "/", (e, d) => d / e.X(1), (e, d) => -(d / e.X(1) * e.Y)).On(-3, 3, 0.5, 3),
        Operator("rem", 2, "%", (e, d) => e.Y.IsNumber.Choose(d, e.Y), (e, d) => -(d * e.Call("Round/1", (e.X(0) - e.Y) / e.X(1)))).On(5.1, 5.9, 1.1, 1.2)
            with { Note = "The quotient is found from the remainder, so that it is right also where `x0 / x1` rounds up to an integer." },
        Operator("neg", 1, "-", (e, d) => -d),
        Operator("complement", 1, "~"),
        Operator("shl", 2, "<<"),
        Operator("shr", 2, ">>"),
        Operator("ushr", 2, ">>>"),
        Operator("and", 2, "&") with { Commutes = true },
        Operator("or", 2, "|") with { Commutes = true },
        Operator("xor", 2, "^") with { Commutes = true },
        Operator("not", 1, "!") with { Result = PrimitiveResult.Bool },
        Operator("lt", 2, "<") with { Result = PrimitiveResult.Bool },
        Operator("le", 2, "<=") with { Result = PrimitiveResult.Bool },
        Operator("gt", 2, ">") with { Result = PrimitiveResult.Bool },
        Operator("ge", 2, ">=") with { Result = PrimitiveResult.Bool },
        Operator("eq", 2, "==") with { Result = PrimitiveResult.Bool, Commutes = true },
        Operator("ne", 2, "!=") with { Result = PrimitiveResult.Bool, Commutes = true },
        Operator("convert", 1, null, (e, d) => e.ToContribution(d)) with
        {
            Result = PrimitiveResult.Stated,
            Note = "Between `double` and `float`. A conversion to an integer ends the derivative.",
        },
        Operator("valueOf", 2, null, null, (e, d) => d) with
        {
            Note = "The first argument, which a method of the framework has computed, with the derivative of the second, a formula that computes the same.",
        },
        Operator("max", 2, null) with { Commutes = true, Note = "The greater of two integers. No source program has it." },
        Operator("iteration", 1, null) with { Note = "What a loop has remembered of its iterations: one that has run. No source program has it." },
        Operator("stop", 1, null) with { Note = "`Diff.StopGradient`: the value without its derivative." },
    ];
}
