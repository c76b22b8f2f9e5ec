using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Fast;

/// <summary>Functions of lanes by the vector mathematics of the runtime, where strict code asks for each lane by itself.</summary>
internal sealed class VectorMathematics : RegionPass
{
    private const string Host = "global::DiffGen.CompilerServices.FastMath";

    private static readonly HashSet<string> s_functions =
    [
        "Exp", "Exp2", "ExpM1", "Log2", "Log10", "LogP1", "Sin", "Cos", "Tan", "Sinh", "Cosh", "Tanh", "Atan", "Asin", "Acos", "Atan2", "Pow", "Cbrt",
    ];

    /// <summary>Whether there are functions of vectors of a type.</summary>
    public static bool Covers(IrType type) => type is LaneType { Kind: ScalarKind.F64, Width: 2 or 4 or 8 } or LaneType { Kind: ScalarKind.F32, Width: 8 or 16 };

    /// <summary>A call that has no effect but its result.</summary>
    public static ForeignOp Call(IrValue result, string template, Op origin, IEnumerable<IrValue> arguments) =>
        new([result], template, [.. arguments], IsPure: true, StopsDerivative: true, Accessible: true) { IsTotal = true, Line = origin.Line, Ordinal = origin.Ordinal };

    public static string Method(string name, int arguments = 1) => $"{Host}.{name}({string.Join(", ", Enumerable.Range(0, arguments).Select(i => $"{{{i}}}"))})";

    protected override void Visit(Op op, List<Op> output)
    {
        if (op is ApplyOp apply && Covers(apply.Result.Type) && apply.Arguments.All(argument => argument.Type.Equals(apply.Result.Type)) && FunctionOf(apply) is { } function)
        {
            Changed = true;
            output.Add(Call(apply.Result, Method(function, apply.Arguments.Length), apply, apply.Arguments));
        }
        else
        {
            output.Add(Descend(op));
        }
    }

    /// <summary>Whether there is a function of vectors for what an operation computes.</summary>
    public static bool Covers(ApplyOp op, IrType lanes) => Covers(lanes) && FunctionOf(op) is not null;

    private static string? FunctionOf(ApplyOp op) => op.Primitive == "Log/1" ? "Log" : s_functions.Contains(op.Primitive) ? op.Primitive : null;
}
