using System;
using System.Linq;
using System.Reflection;
using DiffGen.CompilerServices;
using DiffGen.Generator.Rules;
using Xunit;

namespace DiffGen.Generator.Tests.Rules;

/// <summary>Every function of numbers has one of lanes by the same name.</summary>
public class LaneFunctionTests
{
    // Two methods are called so, which treat NaN differently.
    private const string ClampOfTypeRow = "double.Clamp";

    [Fact]
    public void Every_row_with_numbers_for_arguments_and_result_has_a_function_of_lanes() =>
        Assert.Empty(
            from row in PrimitiveTable.Rows
            where row.Method is not null && row.Result is PrimitiveResult.Same or PrimitiveResult.Bool && row.Operator is null
            from signature in row.Signatures
            where !typeof(ExactMath).GetMethods().Any(method => method.Name == NameOf(row) && Fits(method, row, signature))
            select $"{row.Name}({string.Join(", ", signature)})");

    private static string NameOf(Primitive row) => row.Name == ClampOfTypeRow ? "ClampOfType" : row.Method!;

    private static bool Fits(MethodInfo method, Primitive row, System.Collections.Generic.IEnumerable<PrimitiveParameter> signature) =>
        method.IsGenericMethod
        && method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(signature.Select(parameter => TypeOf(parameter, method)))
        && (row.Component is null || method.ReturnType.IsGenericType);

    private static Type? TypeOf(PrimitiveParameter parameter, MethodInfo method) => parameter switch
    {
        PrimitiveParameter.Float => method.GetGenericArguments()[0],
        PrimitiveParameter.Int => typeof(int),
        PrimitiveParameter.Rounding => typeof(MidpointRounding),
        _ => null,
    };
}
