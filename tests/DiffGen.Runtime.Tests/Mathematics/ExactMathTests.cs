using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DiffGen.CompilerServices;
using Xunit;

namespace DiffGen.Runtime.Tests.Mathematics;

/// <summary>Every function of <see cref="ExactMath"/>, for every width, to the bit against the function of one number.</summary>
public class ExactMathTests
{
    private static readonly double[] s_values =
    [
        0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -1e-310, double.MaxValue, 1, -1, 2, -2, 0.5, -0.5, 1.5, 2.5, -2.5, 3,
        0.3, -0.7, 12.25, -7.75, 1e22, 1e-20, 4503599627370497.5, -0.49999999999999994, 9.5, 700, -700,
    ];

    public static TheoryData<string> Names() => [.. typeof(ExactMath).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Lanes_have_the_bits_of_numbers(string name)
    {
        foreach (MethodInfo generic in typeof(ExactMath).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == name))
        {
            Type[] widths = generic.IsGenericMethod
                ? [typeof(Vector512<double>), typeof(Vector256<double>), typeof(Vector128<double>), typeof(Vector512<float>), typeof(Vector256<float>)]
                : [generic.GetParameters()[0].ParameterType];
            foreach (Type width in widths)
            {
                MethodInfo lanes = generic.IsGenericMethod ? generic.MakeGenericMethod(width) : generic;
                Type test = typeof(Lanewise<,>).MakeGenericType(width, width.GenericTypeArguments[0]);
                test.GetMethod("Check")!.CreateDelegate<Action<MethodInfo>>()(lanes);
            }
        }
    }

    private static class Lanewise<TLanes, TNumber>
        where TLanes : struct
        where TNumber : struct, IBinaryFloatingPointIeee754<TNumber>
    {
        public static void Check(MethodInfo lanes)
        {
            ParameterInfo[] parameters = lanes.GetParameters();
            int count = parameters.Count(parameter => parameter.ParameterType == typeof(TLanes));
            object[] rest = [.. parameters.Skip(count).Select(parameter => parameter.ParameterType == typeof(int) ? (object)3 : MidpointRounding.AwayFromZero)];
            MethodInfo number = OfNumber(lanes.Name, count, rest);
            int width = Lanes.Width<TLanes>();
            var random = new Random(11);
            for (int round = 0; round < 120 / width; round++)
            {
                TNumber[][] arguments = Arguments(lanes.Name, count, width, random);
                object results = lanes.Invoke(null, [.. arguments.Select(numbers => (object)MemoryMarshal.Cast<TNumber, TLanes>(numbers)[0]), .. rest])!;
                for (int lane = 0; lane < width; lane++)
                {
                    object expected = number.Invoke(null, [.. arguments.Select(numbers => (object)numbers[lane]), .. rest])!;
                    string text = $"{lanes.Name}({string.Join(", ", arguments.Select(numbers => numbers[lane]))}) of {typeof(TLanes)}";
                    if (expected is ITuple expectedParts && results is ITuple parts)
                    {
                        AssertSame((TNumber)expectedParts[0]!, LaneOf((TLanes)parts[0]!, lane), text);
                        AssertSame((TNumber)expectedParts[1]!, LaneOf((TLanes)parts[1]!, lane), text);
                    }
                    else if (expected is bool isTrue)
                    {
                        Assert.True(BitsOf(LaneOf((TLanes)results, lane)) == (isTrue ? ulong.MaxValue >> (64 - 8 * Unsafe.SizeOf<TNumber>()) : 0), text);
                    }
                    else
                    {
                        AssertSame((TNumber)expected, LaneOf((TLanes)results, lane), text);
                    }
                }
            }
        }

        private static TNumber[][] Arguments(string name, int count, int width, Random random)
        {
            TNumber[][] arguments = [.. Enumerable.Range(0, count).Select(_ => new TNumber[width])];
            for (int lane = 0; lane < width; lane++)
            {
                for (int i = 0; i < count; i++)
                    arguments[i][lane] = TNumber.CreateTruncating(s_values[random.Next(s_values.Length)]);
                // Bounds in order: the function of one number throws otherwise.
                if (name.StartsWith("Clamp", StringComparison.Ordinal) && !(arguments[1][lane] <= arguments[2][lane]))
                    (arguments[1][lane], arguments[2][lane]) = (TNumber.NegativeOne, TNumber.One);
            }
            return arguments;
        }

        private static MethodInfo OfNumber(string name, int count, object[] rest)
        {
            Type[] types = [.. Enumerable.Repeat(typeof(TNumber), count), .. rest.Select(argument => argument.GetType())];
            Type host = typeof(TNumber) == typeof(double) ? typeof(Math) : typeof(MathF);
            if (name == "ClampOfType")
                return typeof(TNumber).GetMethod("Clamp", types)!;
            return host.GetMethod(name, types) ?? (name == "Clamp" ? typeof(Math).GetMethod(name, types) : null) ?? typeof(TNumber).GetMethod(name, types)!;
        }

        private static TNumber LaneOf(TLanes lanes, int lane) => MemoryMarshal.Cast<TLanes, TNumber>([lanes])[lane];

        private static void AssertSame(TNumber expected, TNumber actual, string text) =>
            Assert.True(TNumber.IsNaN(expected) ? TNumber.IsNaN(actual) : BitsOf(expected) == BitsOf(actual), $"{text}: {actual} instead of {expected}");

        private static ulong BitsOf(TNumber number) => Unsafe.SizeOf<TNumber>() == 8
            ? BitConverter.DoubleToUInt64Bits(double.CreateTruncating(number))
            : Unsafe.BitCast<TNumber, uint>(number);
    }
}
