using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Rules;

/// <summary>All primitives by name, and which of them a C# method is.</summary>
internal static partial class PrimitiveTable
{
    private static readonly Primitive[] s_rows =
    [
        .. Operators(), .. ExponentialRows(), .. PowerRows(), .. TrigonometricRows(), .. HyperbolicRows(), .. RoundingRows(), .. SelectionRows(),
        .. ArithmeticRows(), .. ClassificationRows(),
    ];

    private static readonly Dictionary<string, Primitive> s_byName = s_rows.ToDictionary(row => row.Name);

    private static readonly ILookup<string, Primitive> s_byMethod = s_rows.Where(row => row.Method is not null).ToLookup(row => row.Method!);

    public static IReadOnlyList<Primitive> Rows => s_rows;

    /// <summary>The row of that name, or null.</summary>
    public static Primitive? Find(string name) => s_byName.TryGetValue(name, out var row) ? row : null;

    /// <summary>
    /// The primitive that a static method is; several, one per tuple element, for a method that returns a tuple. The printed form of the
    /// primitive computes the same bits as the method.
    /// </summary>
    /// <param name="containingType"><c>Math</c>, <c>MathF</c>, <c>double</c> or <c>float</c>.</param>
    /// <param name="parameterTypes">C# names without namespace (<c>double</c>, <c>float</c>, <c>int</c>, <c>MidpointRounding</c>), of the
    /// constructed method where it is generic.</param>
    public static bool TryResolve(string containingType, string method, IReadOnlyList<string> parameterTypes, out IReadOnlyList<Primitive> components)
    {
        components = s_byMethod[MethodName(method)].Where(row => Matches(row, containingType, parameterTypes)).ToArray();
        return components.Count > 0;
    }

    /// <summary>The static method as generated code says it, such as <c>global::System.Math.Sin</c> or <c>float.SinPi</c>; null for an operator.</summary>
    /// <param name="kind">The floating-point type that the row is used at: that of the first argument, or of the result for a conversion by method.</param>
    public static string? CallTarget(Primitive primitive, ScalarKind kind)
    {
        if (primitive.Method is null)
            return null;
        string host = kind == ScalarKind.F32 ? primitive.SingleHost : primitive.DoubleHost;
        return (host is "Math" or "MathF" ? "global::System." + host : host) + "." + primitive.Method;
    }

    // IEEERemainder and Ieee754Remainder are one function under two names.
    private static string MethodName(string method) => method == "Ieee754Remainder" ? "IEEERemainder" : method;

    private static bool Matches(Primitive row, string containingType, IReadOnlyList<string> parameterTypes)
    {
        if (row.OnItsHostsOnly && containingType != row.DoubleHost && containingType != row.SingleHost)
            return false;
        foreach (string floating in FloatTypesOf(containingType))
        {
            foreach (var signature in row.Signatures)
            {
                if (signature.Length == parameterTypes.Count && Enumerable.Range(0, signature.Length).All(i => Accepts(signature[i], parameterTypes[i], floating)))
                    return true;
            }
        }
        return false;
    }

    // Math has overloads for float beside those for double.
    private static string[] FloatTypesOf(string containingType) => containingType switch
    {
        "Math" => ["double", "float"],
        "MathF" or "float" => ["float"],
        "double" => ["double"],
        _ => [],
    };

    private static bool Accepts(PrimitiveParameter parameter, string type, string floating) => parameter switch
    {
        PrimitiveParameter.Float => type == floating,
        PrimitiveParameter.Int => type == "int",
        PrimitiveParameter.Rounding => type == "MidpointRounding",
        _ => type is "double" or "float" or "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" or "char",
    };
}
