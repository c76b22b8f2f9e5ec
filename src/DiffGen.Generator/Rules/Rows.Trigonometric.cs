using System;

namespace DiffGen.Generator.Rules;

// Circular functions and their inverses, in radians and in half turns.
internal static partial class PrimitiveTable
{
    private static Primitive[] TrigonometricRows() =>
    [
        Row("Sin", Hosts.MathAndMathF, "F", (e, d) => d * e.Call("Cos", e.X(0))),
        Row("Cos", Hosts.MathAndMathF, "F", (e, d) => -(d * e.Call("Sin", e.X(0)))),
        Row("Tan", Hosts.MathAndMathF, "F", (e, d) => d * (1 + e.Y * e.Y)).On(-1.2, 1.2),
        Row("Asin", Hosts.MathAndMathF, "F", (e, d) => d / CosineOfArcsine(e)).On(-0.9, 0.9) with { Singular = true },
        Row("Acos", Hosts.MathAndMathF, "F", (e, d) => -(d / CosineOfArcsine(e))).On(-0.9, 0.9) with { Singular = true },
        Row("Atan", Hosts.MathAndMathF, "F", (e, d) => d / (1 + e.X(0) * e.X(0))),
        Row("Atan2", Hosts.MathAndMathF, "FF", (e, d) => d * (e.X(1) / SquaredLength(e)), (e, d) => -(d * (e.X(0) / SquaredLength(e))))
            .On(0.3, 2, -2, 2) with { Singular = true },
        Row("SinPi", Hosts.Types, "F", (e, d) => d * (Math.PI * e.Call("CosPi", e.X(0)))),
        Row("CosPi", Hosts.Types, "F", (e, d) => -(d * (Math.PI * e.Call("SinPi", e.X(0))))),
        Row("TanPi", Hosts.Types, "F", (e, d) => d * (Math.PI * (1 + e.Y * e.Y))).On(-0.4, 0.4),
        Row("AsinPi", Hosts.Types, "F", (e, d) => d / (Math.PI * CosineOfArcsine(e))).On(-0.9, 0.9) with { Singular = true },
        Row("AcosPi", Hosts.Types, "F", (e, d) => -(d / (Math.PI * CosineOfArcsine(e)))).On(-0.9, 0.9) with { Singular = true },
        Row("AtanPi", Hosts.Types, "F", (e, d) => d / (Math.PI * (1 + e.X(0) * e.X(0)))),
        Row("Atan2Pi", Hosts.Types, "FF", (e, d) => d * (e.X(1) / (Math.PI * SquaredLength(e))), (e, d) => -(d * (e.X(0) / (Math.PI * SquaredLength(e)))))
            .On(0.3, 2, -2, 2) with { Singular = true },
        Component("SinCos", "Sin", Hosts.MathAndMathF, (e, d) => d * e.Call("SinCos.Cos", e.X(0))),
        Component("SinCos", "Cos", Hosts.MathAndMathF, (e, d) => -(d * e.Call("SinCos.Sin", e.X(0)))),
        Component("SinCosPi", "SinPi", Hosts.Types, (e, d) => d * (Math.PI * e.Call("SinCosPi.CosPi", e.X(0)))),
        Component("SinCosPi", "CosPi", Hosts.Types, (e, d) => -(d * (Math.PI * e.Call("SinCosPi.SinPi", e.X(0))))),
    ];

    private static Primitive Component(string method, string component, Hosts hosts, Contribution contribution) =>
        Row(method, hosts, "F", contribution) with { Name = method + "." + component, Component = component };

    // The product keeps its digits near ±1, where 1 - x * x loses them.
    private static Term CosineOfArcsine(RuleContext e) => e.Call("Sqrt", (1 - e.X(0)) * (1 + e.X(0)));

    private static Term SquaredLength(RuleContext e) => e.X(0) * e.X(0) + e.X(1) * e.X(1);
}
