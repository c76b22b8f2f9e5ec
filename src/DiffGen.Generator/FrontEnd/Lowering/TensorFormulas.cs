using System.Collections.Generic;
using DiffGen.Generator.FrontEnd.Formulas;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>What a method makes of whole spans.</summary>
internal delegate Number Reduction(TensorLoops loops, IrValue[] buffers);

/// <summary>The methods of <c>TensorPrimitives</c> that derivatives flow through, one row each.</summary>
internal static class TensorFormulas
{
    private static readonly Dictionary<(string, int), Reduction> s_reductions = new()
    {
        [("Sum", 1)] = Sum,
        [("SumOfSquares", 1)] = SumOfSquares,
        [("SumOfMagnitudes", 1)] = (loops, x) => loops.Fold(0, x, (sum, item) => sum + item[0].Abs()),
        [("Product", 1)] = (loops, x) => loops.Fold(1, x, (product, item) => product * item[0]),
        [("Average", 1)] = (loops, x) => Sum(loops, x) / loops.Count(x[0]),
        [("Max", 1)] = (loops, x) => loops.Fold(double.NegativeInfinity, x, (max, item) => max.Apply("Max", item[0])),
        [("Min", 1)] = (loops, x) => loops.Fold(double.PositiveInfinity, x, (min, item) => min.Apply("Min", item[0])),
        [("Norm", 1)] = (loops, x) => Root(SumOfSquares(loops, x)),
        [("Dot", 2)] = Dot,
        [("Distance", 2)] = (loops, x) => Root(loops.Fold(0, x, (sum, item) => sum + ((item[0] - item[1]) * (item[0] - item[1])))),
        [("CosineSimilarity", 2)] = (loops, x) => Dot(loops, x) / (SumOfSquares(loops, [x[0]]).Sqrt() * SumOfSquares(loops, [x[1]]).Sqrt()),
    };

    // Rounded once, like the scalar operation.
    private static readonly Dictionary<(string, int), Formula> s_exact = new()
    {
        [("Add", 2)] = a => (Number)a[0] + (Number)a[1],
        [("Subtract", 2)] = a => (Number)a[0] - (Number)a[1],
        [("Multiply", 2)] = a => (Number)a[0] * (Number)a[1],
        [("Divide", 2)] = a => (Number)a[0] / (Number)a[1],
        [("Negate", 1)] = a => -(Number)a[0],
        [("Abs", 1)] = a => a[0].X.Abs(),
        [("Sqrt", 1)] = a => a[0].X.Sqrt(),
        [("AddMultiply", 3)] = a => ((Number)a[0] + (Number)a[1]) * (Number)a[2],
        [("MultiplyAdd", 3)] = a => ((Number)a[0] * (Number)a[1]) + (Number)a[2],
    };

    private static readonly Dictionary<(string, int), Formula> s_byValue = new()
    {
        [("Sigmoid", 1)] = a => 1 / (1 + (-a[0].X).Apply("Exp")),
        [("Log", 1)] = a => a[0].X.Apply("Log/1"),
        [("Pow", 2)] = a => a[0].X.Apply("Pow", a[1]),
        [("Max", 2)] = a => a[0].X.Apply("Max", a[1]),
        [("Min", 2)] = a => a[0].X.Apply("Min", a[1]),
        [("Reciprocal", 1)] = a => 1 / (Number)a[0],
    };

    private static readonly HashSet<string> s_functions =
        ["Exp", "Exp2", "ExpM1", "Log2", "Log10", "LogP1", "Sin", "Cos", "Tan", "Asin", "Acos", "Atan", "Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh", "Cbrt"];

    public static Reduction? Reduction(string name, int count) => s_reductions.TryGetValue((name, count), out Reduction? row) ? row : null;

    /// <summary>What becomes of one element of each argument, spans and numbers alike.</summary>
    public static Formula? Elementwise(string name, int count)
    {
        if (s_exact.TryGetValue((name, count), out Formula? exact))
            return exact;
        if (s_byValue.TryGetValue((name, count), out Formula? row))
            return row;
        return count == 1 && s_functions.Contains(name) ? a => a[0].X.Apply(name) : null;
    }

    public static bool IsExact(string name) => s_exact.ContainsKey((name, 1)) || s_exact.ContainsKey((name, 2)) || s_exact.ContainsKey((name, 3));

    private static Number Sum(TensorLoops loops, IrValue[] x) => loops.Fold(0, x, (sum, item) => sum + item[0]);

    private static Number SumOfSquares(TensorLoops loops, IrValue[] x) => loops.Fold(0, x, (sum, item) => sum + (item[0] * item[0]));

    private static Number Dot(TensorLoops loops, IrValue[] x) => loops.Fold(0, x, (sum, item) => sum + (item[0] * item[1]));

    // At 0, where a norm has a kink like Abs, its derivative is 0.
    private static Number Root(Number square) => new Components(square).RootAtKink();
}
