using System;
using System.Collections.Generic;

namespace DiffGen.RandomPrograms.Tests.Generation;

/// <summary>
/// Calls that stay inside the domain of the function whatever the arguments are. <c>M</c> is Math or MathF, <c>T</c> the type,
/// literals are written as double and converted with the type; arguments are at most 4 in magnitude.
/// </summary>
internal static class MathFunctions
{
    public static IReadOnlyList<(string Name, string Template, double Bound)> Unary { get; } =
    [
        ("Sin", "M.Sin($0)", 1), ("Cos", "M.Cos($0)", 1), ("Tanh", "M.Tanh($0)", 1), ("Atan", "M.Atan($0)", 1.6),
        ("Sin", "M.Sin($0)", 1), ("Cos", "M.Cos($0)", 1), ("Tanh", "M.Tanh($0)", 1),
        ("Tan", "M.Tan({0.25} * $0)", 1.6), ("Sinh", "M.Sinh({0.25} * $0)", 1.2), ("Cosh", "M.Cosh({0.25} * $0)", 1.6),
        ("Exp", "M.Exp({0.25} * $0)", 2.8), ("Exp", "M.Exp(-($0 * $0))", 1), ("Log", "M.Log({1.5} + M.Sin($0))", 1),
        ("Log", "M.Log({1.0} + $0 * $0)", 3), ("Log2", "M.Log2({1.5} + M.Cos($0))", 1.4), ("Log10", "M.Log10({1.25} + $0 * $0)", 1.3),
        ("Sqrt", "M.Sqrt({1.0} + $0 * $0)", 4.2), ("Cbrt", "M.Cbrt({2.0} + M.Sin($0))", 1.5), ("Pow2", "M.Pow($0, {2.0})", 16),
        ("Pow3", "M.Pow({0.5} * $0, {3.0})", 8), ("PowHalf", "M.Pow({1.5} + M.Sin($0), {0.5})", 1.6), ("PowBase", "M.Pow({1.25}, $0)", 2.5),
        ("Asin", "M.Asin({0.875} * M.Sin($0))", 1.1), ("Acos", "M.Acos({0.875} * M.Cos($0))", 2.7), ("Asinh", "M.Asinh($0)", 2.1),
        ("Acosh", "M.Acosh({1.5} + $0 * $0)", 3.6), ("Atanh", "M.Atanh({0.75} * M.Sin($0))", 1), ("Abs", "M.Abs($0)", 4),
        ("Floor", "($0 - M.Floor($0))", 1), ("Truncate", "M.Truncate($0)", 4), ("Round", "({0.25} * M.Round($0) + M.Sin($0))", 2),
        ("Ceiling", "(M.Ceiling($0) - $0)", 1), ("Remainder", "($0 % {1.5})", 1.5), ("IEEERemainder", "M.IEEERemainder($0, {1.75})", 0.9),
        ("ExpM1", "T.ExpM1({0.25} * $0)", 1.8), ("Exp2", "T.Exp2({0.25} * $0)", 2), ("Exp10", "T.Exp10({0.125} * $0)", 3.2),
        ("LogP1", "T.LogP1($0 * $0)", 3), ("SinPi", "T.SinPi({0.25} * $0)", 1), ("CosPi", "T.CosPi({0.25} * $0)", 1),
        ("RootN", "T.RootN({1.25} + $0 * $0, 3)", 2.6), ("ScaleB", "M.ScaleB($0, -1)", 2), ("Clamp", "Math.Clamp($0, {-0.75}, {0.875})", 0.9),
        ("Quotient", "$0 / ({1.0} + $0 * $0)", 0.5), ("Inverse", "{1.0} / ({1.25} + M.Sin($0))", 4),
        ("Sign", "M.Sign($0) * {0.25}", 0.25),
    ];

    public static IReadOnlyList<(string Name, string Template, double Bound)> Binary { get; } =
    [
        ("Max", "M.Max($0, $1)", 4), ("Min", "M.Min($0, $1)", 4), ("Max", "M.Max($0, $1)", 4), ("Min", "M.Min($0, $1)", 4),
        ("Atan2", "M.Atan2($0, {2.0} + M.Cos($1))", 1.6), ("Atan2", "M.Atan2({1.5} + $0 * $0, $1)", 3.2),
        ("Pow", "M.Pow({1.5} + M.Sin($0), {0.5} * $1)", 6.3), ("Hypot", "T.Hypot($0, {1.0} + M.Abs($1))", 6.5),
        ("CopySign", "M.CopySign($0, $1)", 4), ("MaxMagnitude", "M.MaxMagnitude($0, $1)", 4), ("MinMagnitude", "M.MinMagnitude($0, $1)", 4),
        ("Lerp", "T.Lerp($0, $1, {0.375})", 4), ("LogBase", "M.Log({1.5} + M.Sin($0), {2.5} + M.Cos($1))", 2.3),
        ("Remainder2", "$0 % ({1.75} + M.Sin($1))", 2.8),
    ];

    public static IReadOnlyList<(string Name, string Template, double Bound)> Ternary { get; } =
    [
        ("FusedMultiplyAdd", "M.FusedMultiplyAdd($0, {0.5} * $1, $2)", 12), ("ClampTo", "Math.Clamp($0, $1 - {4.5}, $2 + {4.5})", 9),
        ("Lerp3", "T.Lerp($0, $1, M.Sin($2))", 12),
    ];

    /// <summary>Ways of bringing any value back to a small one.</summary>
    public static IReadOnlyList<(string Name, string Template, double Bound)> Taming { get; } =
    [
        ("Tanh", "M.Tanh($0)", 1), ("Sin", "M.Sin($0)", 1), ("Atan", "M.Atan($0)", 1.6), ("Quotient", "$0 / ({1.0} + M.Abs($0))", 1),
        ("ClampTame", "Math.Clamp($0, {-2.5}, {2.75})", 2.8), ("Asinh", "{0.25} * M.Asinh($0)", 4), ("Tanh", "{2.0} * M.Tanh({0.25} * $0)", 2),
    ];

    /// <summary>The template for one type.</summary>
    public static string For(string type, string template)
    {
        string suffix = type == "float" ? "f" : "";
        template = template.Replace("M.", type == "float" ? "MathF." : "Math.", StringComparison.Ordinal)
            .Replace("T.", type + ".", StringComparison.Ordinal);
        return template.Replace("{", "", StringComparison.Ordinal).Replace("}", suffix, StringComparison.Ordinal);
    }
}
