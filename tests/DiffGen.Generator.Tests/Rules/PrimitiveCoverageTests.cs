using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;
using DiffGen.Generator.Tests.Interpretation;
using Xunit;

namespace DiffGen.Generator.Tests.Rules;

/// <summary>Every floating-point static method of the framework's number types has a row, which computes the same bits.</summary>
public class PrimitiveCoverageTests
{
    private const int MostExceptions = 2;

    private static readonly Dictionary<string, string> s_exceptions = new()
    {
        ["Parse"] = "reads text: no floating-point argument, so the front end keeps the call as it is",
        ["TryParse"] = "reads text into an out parameter: no floating-point argument, so the front end keeps the call as it is",
    };

    private static readonly Type[] s_hosts = [typeof(Math), typeof(MathF), typeof(double), typeof(float)];

    private static readonly double[] s_samples =
        [0.0, -0.0, 1, -1, 0.5, -0.5, 0.3, 2.5, -2.5, 3.5, 1e-3, 17.25, -1e10, 1e300, 5e-324, double.PositiveInfinity, double.NegativeInfinity, double.NaN];

    public static TheoryData<string> Methods => new(FloatingMethods().Select(Describe));

    [Fact]
    public void Every_method_has_a_row_or_a_reason()
    {
        var missing = FloatingMethods().Where(method => !s_exceptions.ContainsKey(method.Name) && Resolve(method).Count == 0).Select(Describe).ToList();
        Assert.Empty(missing);
    }

    [Fact]
    public void The_list_of_exceptions_is_short_and_needed()
    {
        Assert.True(s_exceptions.Count <= MostExceptions);
        Assert.All(s_exceptions.Keys, name => Assert.Contains(FloatingMethods(), method => method.Name == name && Resolve(method).Count == 0));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_row_computes_the_bits_of_the_method(string description)
    {
        var method = FloatingMethods().Single(candidate => Describe(candidate) == description);
        if (s_exceptions.ContainsKey(method.Name))
            return;
        var components = Resolve(method);
        if (method.IsGenericMethodDefinition)
            method = method.MakeGenericMethod(GenericArgument(method));
        foreach (object[] arguments in Samples(method))
        {
            object expected = Outcome(() => method.Invoke(null, arguments)!);
            for (int i = 0; i < components.Count; i++)
            {
                object actual = Outcome(() => PrimitiveEvaluator.Apply(components[i].Name, ResultType(method.ReturnType), arguments));
                object wanted = components.Count == 1 || expected is Type ? expected : expected.GetType().GetField("Item" + (i + 1))!.GetValue(expected)!;
                Assert.True(SameBits(wanted, actual), $"{description} at ({string.Join(", ", arguments)}): {wanted} but {components[i].Name} gives {actual}");
            }
        }
    }

    [Fact]
    public void Methods_on_other_types_are_not_primitives()
    {
        Assert.False(PrimitiveTable.TryResolve("Math", "Abs", ["int"], out _));
        Assert.False(PrimitiveTable.TryResolve("Math", "Max", ["decimal", "decimal"], out _));
        Assert.False(PrimitiveTable.TryResolve("Convert", "Sin", ["double"], out _));
        Assert.False(PrimitiveTable.TryResolve("MathF", "Sin", ["double"], out _));
    }

    [Fact]
    public void Every_row_for_a_method_is_reached()
    {
        var reached = FloatingMethods().SelectMany(Resolve).Select(row => row.Name).ToHashSet();
        Assert.Empty(PrimitiveTable.Rows.Where(row => row.Method is not null && !reached.Contains(row.Name)).Select(row => row.Name));
    }

    private static IEnumerable<MethodInfo> FloatingMethods() => s_hosts
        .SelectMany(host => host.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && (HoldsFloat(method.ReturnType) || method.GetParameters().Any(parameter => HoldsFloat(parameter.ParameterType))));

    private static bool HoldsFloat(Type type) => type == typeof(double) || type == typeof(float)
        || type.HasElementType && HoldsFloat(type.GetElementType()!) || type.IsGenericType && type.GetGenericArguments().Any(HoldsFloat);

    private static IReadOnlyList<Primitive> Resolve(MethodInfo method)
    {
        PrimitiveTable.TryResolve(Keyword(method.DeclaringType!), method.Name,
            method.GetParameters().Select(parameter => Keyword(parameter.ParameterType.IsGenericMethodParameter ? typeof(double) : parameter.ParameterType)).ToArray(),
            out var components);
        return components;
    }

    private static string Keyword(Type type) => type == typeof(double) ? "double" : type == typeof(float) ? "float" : type == typeof(int) ? "int" : type.Name;

    private static Type GenericArgument(MethodInfo method) => method.GetParameters()[0].ParameterType.IsGenericMethodParameter ? typeof(double) : typeof(int);

    private static string Describe(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.ToString()))})";

    private static IEnumerable<object[]> Samples(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var lists = parameters.Select(parameter => ValuesOf(parameter.ParameterType)).ToArray();
        IEnumerable<object[]> tuples = [[]];
        foreach (object[] list in lists)
            tuples = tuples.SelectMany(head => list.Select(item => (object[])[.. head, item]));
        return tuples.Where((_, i) => parameters.Length < 3 || i % 7 == 0);
    }

    private static object[] ValuesOf(Type type) =>
        type == typeof(double) ? s_samples.Cast<object>().ToArray()
        : type == typeof(float) ? s_samples.Select(sample => (object)(float)sample).ToArray()
        : type == typeof(int) ? [-3, -1, 0, 1, 2, 5]
        : [MidpointRounding.ToEven, MidpointRounding.AwayFromZero, MidpointRounding.ToZero];

    private static object Outcome(Func<object> run)
    {
        try
        {
            return run();
        }
        catch (TargetInvocationException failure)
        {
            return failure.InnerException!.GetType();
        }
    }

    private static bool SameBits(object expected, object actual) => (expected, actual) switch
    {
        (double x, double y) => BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y) || double.IsNaN(x) && double.IsNaN(y),
        (float x, float y) => BitConverter.SingleToInt32Bits(x) == BitConverter.SingleToInt32Bits(y) || float.IsNaN(x) && float.IsNaN(y),
        _ => Equals(expected, actual),
    };

    private static IrType ResultType(Type type) => type == typeof(float) ? IrType.F32 : type == typeof(int) ? IrType.I32 : type == typeof(bool) ? IrType.Bool : IrType.F64;
}
