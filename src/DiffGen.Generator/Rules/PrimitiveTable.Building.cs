using System.Linq;
using DiffGen.Generator.Common;

namespace DiffGen.Generator.Rules;

internal static partial class PrimitiveTable
{
    /// <summary>Which types declare a method.</summary>
    private enum Hosts
    {
        /// <summary><c>Math</c> for double, <c>MathF</c> for float.</summary>
        MathAndMathF,

        /// <summary><c>Math</c>, overloaded for both.</summary>
        Math,

        /// <summary><c>double</c> and <c>float</c> themselves.</summary>
        Types,
    }

    /// <summary>A row for a static method.</summary>
    /// <param name="signature">A letter per parameter: Float, Int, Rounding, Any; alternatives are separated by a bar.</param>
    private static Primitive Row(string method, Hosts hosts, string signature, params Contribution?[] contributions) =>
        new(method, signature.IndexOf('|') is var bar && bar >= 0 ? bar : signature.Length)
        {
            Method = method,
            DoubleHost = hosts == Hosts.Types ? "double" : "Math",
            SingleHost = hosts switch { Hosts.MathAndMathF => "MathF", Hosts.Math => "Math", _ => "float" },
            Signatures = signature.Split('|').Select(text => text.Select(ParameterOf).ToEquatableArray()).ToEquatableArray(),
            Contributions = contributions,
        };

    /// <summary>A row for an operator or a conversion.</summary>
    private static Primitive Operator(string name, int arity, string? text, params Contribution?[] contributions) =>
        new(name, arity) { Operator = text, Contributions = contributions };

    private static Primitive On(this Primitive row, double low, double high) => row with { Domains = [new(low, high)] };

    private static Primitive On(this Primitive row, double low, double high, double low2, double high2) =>
        row with { Domains = [new(low, high), new(low2, high2)] };

    private static Primitive On(this Primitive row, double low, double high, double low2, double high2, double low3, double high3) =>
        row with { Domains = [new(low, high), new(low2, high2), new(low3, high3)] };

    private static PrimitiveParameter ParameterOf(char letter) => letter switch
    {
        'F' => PrimitiveParameter.Float,
        'I' => PrimitiveParameter.Int,
        'R' => PrimitiveParameter.Rounding,
        _ => PrimitiveParameter.Any,
    };
}
