using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Reflection;
using DiffGen.Generator.Common;
using DiffGen.Generator.FrontEnd.Formulas;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Tests.Interpretation;
using Xunit;

namespace DiffGen.Generator.Tests.Numerics;

/// <summary>Each formula computes what the member of the framework does: to the bit where it says so.</summary>
public class NumericsFormulaTests
{
    private static readonly float[] s_special = [0f, -0f, 1f, -2.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue, 3e-39f];

    public static TheoryData<string> Supported => new(NumericsMembers.All.Select(pair => pair.Key).Where(key => NumericsTable.Find(key) is not null));

    [Theory]
    [MemberData(nameof(Supported))]
    public void Formula_and_member_agree(string key)
    {
        NumericsMember row = NumericsTable.Find(key)!;
        if (IsMask(key))
            return;
        MemberInfo member = NumericsMembers.All.First(pair => pair.Key == key).Member;
        var random = new Random(12345);
        for (int trial = 0; trial < 40; trial++)
        {
            object[] arguments = Arguments(member, () => (float)((random.NextDouble() * 2.4) - 1.2), random, key);
            float[] expected = NumericsMembers.Numbers(Invoke(member, arguments)), actual = Evaluate(row, arguments);
            Assert.Equal(expected.Length, actual.Length);
            float scale = expected.Where(float.IsFinite).Select(MathF.Abs).Append(1f).Max();
            for (int i = 0; i < Defined(key, expected); i++)
            {
                bool close = expected[i].Equals(actual[i]) || MathF.Abs(expected[i] - actual[i]) <= 1e-4f * scale;
                Assert.True(close, $"{key}({string.Join(", ", arguments)}): component {i} is {actual[i]:R}, not {expected[i]:R}");
            }
        }
    }

    // The value of a mask comes from the member, its derivative is 0.
    private static bool IsMask(string key) => key.Contains(".Is", StringComparison.Ordinal) || key.Contains(".Equals", StringComparison.Ordinal)
        || key.Contains("Than(", StringComparison.Ordinal) || key.Contains("OrEqual(", StringComparison.Ordinal);

    // The framework says nothing of the other components of a scalar that is made without clearing them, and leaves in them what a register held.
    private static int Defined(string key, float[] expected) => key.Contains("CreateScalarUnsafe", StringComparison.Ordinal) ? 1 : expected.Length;

    [Theory]
    [MemberData(nameof(Supported))]
    public void Exact_formulas_give_the_same_bits(string key)
    {
        NumericsMember row = NumericsTable.Find(key)!;
        if (!row.IsExact)
            return;
        MemberInfo member = NumericsMembers.All.First(pair => pair.Key == key).Member;
        var random = new Random(4321);
        for (int trial = 0; trial < 200; trial++)
        {
            object[] arguments = Arguments(member, () => random.Next(3) == 0 ? s_special[random.Next(s_special.Length)] : (float)(random.NextDouble() * 7) - 3, random, "");
            float[] expected = NumericsMembers.Numbers(Invoke(member, arguments)), actual = Evaluate(row, arguments);
            for (int i = 0; i < Defined(key, expected); i++)
            {
                bool same = float.IsNaN(expected[i]) ? float.IsNaN(actual[i]) : BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(actual[i]);
                Assert.True(same, $"{key}({string.Join(", ", arguments)}): component {i} is {actual[i]:R}, not {expected[i]:R}");
            }
        }
    }

    [Theory]
    [InlineData("Matrix3x2")]
    [InlineData("Matrix4x4")]
    public void Inverse_is_what_Invert_gives(string type)
    {
        var random = new Random(7);
        Type matrix = NumericsMembers.Types.First(t => t.Name == type);
        object value = NumericsMembers.Make(matrix, () => (float)((random.NextDouble() * 4) - 2));
        object?[] arguments = [value, null];
        matrix.GetMethod("Invert")!.Invoke(null, arguments);
        float[] expected = NumericsMembers.Numbers(arguments[1]!), actual = Evaluate(NumericsTable.Find($"{type}.Inverse({type})")!, [value]);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4f * MathF.Max(1, MathF.Abs(pair.First))));
    }

    [Fact]
    public void Constants_are_those_of_the_framework()
    {
        int found = 0;
        foreach (PropertyInfo property in NumericsMembers.All.Select(pair => pair.Member).OfType<PropertyInfo>().Where(property => property.GetMethod!.IsStatic))
        {
            if (NumericsConstants.Find(property.DeclaringType!.Name, property.Name) is not { } numbers)
                continue;
            found++;
            Assert.Equal(NumericsMembers.Numbers(property.GetValue(null)!).Select(BitConverter.SingleToInt32Bits), numbers.Select(BitConverter.SingleToInt32Bits));
        }
        Assert.True(found > 40);
    }

    private static object[] Arguments(MemberInfo member, Func<float> next, Random random, string key)
    {
        IEnumerable<Type> types = member switch
        {
            MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType),
            PropertyInfo property => property.GetIndexParameters().Select(parameter => parameter.ParameterType),
            _ => [],
        };
        if (member is MethodInfo { IsStatic: false } or PropertyInfo)
            types = types.Prepend(member.DeclaringType!);
        bool isPositive = key.Contains("Log") || key.Contains("Perspective") || key.Contains("SquareRoot");
        var arguments = types.Select(type => type switch
        {
            _ when type == typeof(int) => random.Next(2),
            _ when type == typeof(byte) => (byte)random.Next(2),
            _ when type == typeof(MidpointRounding) => MidpointRounding.ToEven,
            _ => NumericsMembers.Make(type, isPositive ? () => MathF.Abs(next()) + 0.1f : next),
        }).ToArray();
        if (key.Contains("Perspective"))
            arguments[^1] = (float)arguments[^2] + 2;
        if (key.Contains("ConditionalSelect"))
            arguments[0] = NumericsMembers.Make(arguments[0].GetType(), () => random.Next(2) == 0 ? 0 : BitConverter.Int32BitsToSingle(-1));
        if (key.Contains("Max") || key.Contains("Clamp"))
            arguments = [.. arguments.Take(1), .. arguments.Skip(1).Select((argument, i) => key.Contains("Clamp") ? NumericsMembers.Make(argument.GetType(), () => i - 0.5f) : argument)];
        return arguments;
    }

    private static object Invoke(MemberInfo member, object[] arguments) => member switch
    {
        ConstructorInfo constructor => constructor.Invoke(arguments),
        MethodInfo { IsStatic: true } method => method.Invoke(null, arguments)!,
        MethodInfo method => method.Invoke(arguments[0], arguments[1..])!,
        PropertyInfo property => property.GetValue(arguments[0], arguments[1..])!,
        _ => throw new ArgumentException(member.Name),
    };

    private static float[] Evaluate(NumericsMember row, object[] arguments)
    {
        var ids = new IdSource(0, 0);
        var interpreter = new IrInterpreter();
        var builder = new RegionBuilder(ids);
        Components[] given = Array.ConvertAll(arguments, argument => argument is int or byte or MidpointRounding
            ? Given(argument, argument is int ? IrType.I32 : argument is byte ? new ScalarType(ScalarKind.U8) : new OpaqueType("r"))
            : new Components(Array.ConvertAll(NumericsMembers.Numbers(argument), number => (Number)Given(number, IrType.F32))));
        IrValue[] results = row.Formula(given).Items.Select(number => number.Value).ToArray();
        return interpreter.Evaluate(builder.Finish(new Yield(new EquatableArray<IrValue>(results)))).Select(value => (float)value!).ToArray();

        Components Given(object value, IrType type)
        {
            IrValue given = ids.Value(type);
            interpreter[given] = value;
            return new Number(builder, given);
        }
    }
}
