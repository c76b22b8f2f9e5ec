using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using DiffGen.CompilerServices;
using Xunit;

namespace DiffGen.Runtime.Tests.Mathematics;

/// <summary>Exponentials of many numbers at once have the bits of <see cref="Math.Exp"/>, and those in doubt are left to it.</summary>
public class ExactExponentialTests
{
    private const int Width = 8;

    private static readonly double[] s_special =
    [
        0.0, -0.0, double.NaN, -double.NaN, BitConverter.UInt64BitsToDouble(0x7FF0000000000123), BitConverter.UInt64BitsToDouble(0xFFF8000000000456),
        double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 1e-310, 1e-20, -1e-20,
        700, 700.0000000000001, -700, -700.0000000000001, 708.4, -708.4, 709.782712893384, 709.7827128933841, -745.1332191019411, -745.1332191019412, 1e300,
    ];

    [Fact]
    public void Random_arguments_of_all_sizes()
    {
        var random = new Random(5);
        double[] ranges = [1e-17, 1e-8, 0.05, 1, 20, 760];
        Compare(ranges.SelectMany(range => Enumerable.Range(0, 350_000).Select(_ => range * (2 * random.NextDouble() - 1))));
    }

    [Fact]
    public void Special_values_beside_ordinary_ones() =>
        Compare(s_special.SelectMany(x => new[] { x, 0.3, x, -1.7, 12.5 }).Concat(s_special));

    [Fact]
    public void Arguments_where_the_reduction_goes_on_to_the_next_step()
    {
        double step = Math.Log(2) / 8;
        Compare(
            from k in Enumerable.Range(-16300, 32600)
            from ulps in Enumerable.Range(-8, 17)
            select BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(k * step / 2) + ulps));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(700)]
    public void Only_arguments_whose_exponential_is_near_a_midpoint_are_in_doubt(double range)
    {
        var random = new Random(7);
        double[] arguments = [.. Enumerable.Range(0, 8000).Select(_ => range * (2 * random.NextDouble() - 1))];
        int near = 0;
        foreach (double x in arguments)
        {
            (double nearest, double distance) = ExponentialReference.Of(x);
            double result = ExactMath.ExpWhereCertain(Vector512.Create(x), out Vector512<double> isCertain)[0];
            bool certain = isCertain.AsInt64()[0] != 0;
            // The library may err by 0.011; the vectors themselves by 0.003.
            Assert.False(certain && distance < 0.0135, $"{x:R} is {distance} from a midpoint");
            Assert.True(certain || distance < 0.037, $"{x:R} is {distance} from a midpoint");
            Assert.True(!certain || result == nearest, $"{x:R}: {result:R} instead of {nearest:R}");
            near += distance < 0.011 ? 1 : 0;
        }
        Assert.True(near > 100);
        Compare(arguments);
    }

    [Fact]
    public void The_library_is_trusted_where_its_errors_are_known() =>
        Assert.Equal(OperatingSystem.IsLinux() && (Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.Arm64.IsSupported), ExactExponential.Check());

    [Fact]
    public void A_library_that_rounds_another_way_is_not_trusted()
    {
        Assert.True(ExactExponential.Agrees(x => ExponentialReference.Of(x).Nearest));
        Assert.False(ExactExponential.Agrees(x => Math.BitIncrement(Math.Exp(x))));
        // Wrong only within a tenth of a unit of a midpoint.
        Assert.False(ExactExponential.Agrees(x => ExponentialReference.Of(x) is var (nearest, distance) && distance < 0.1 ? Math.BitDecrement(nearest) : nearest));
        Assert.False(ExactExponential.Agrees(x => x == Math.Log(2) ? Math.BitDecrement(Math.Exp(x)) : Math.Exp(x)));
    }

    private static void Compare(IEnumerable<double> arguments)
    {
        double[] results = new double[Width];
        foreach (double[] x in arguments.Chunk(Width).Where(chunk => chunk.Length == Width))
        {
            ExactMath.Exp(Vector512.Create(x)).CopyTo(results);
            AssertSame(x, results);
            ExactMath.Exp(Vector256.Create(x)).CopyTo(results);
            AssertSame(x, results.AsSpan(0, Vector256<double>.Count));
            ExactMath.Exp(Vector128.Create(x)).CopyTo(results);
            AssertSame(x, results.AsSpan(0, Vector128<double>.Count));
        }
    }

    private static void AssertSame(double[] x, ReadOnlySpan<double> results)
    {
        for (int i = 0; i < results.Length; i++)
        {
            double expected = Math.Exp(x[i]);
            if (BitConverter.DoubleToInt64Bits(expected) != BitConverter.DoubleToInt64Bits(results[i]))
                Assert.Fail($"Exp({x[i]:R}) in {results.Length} lanes: {results[i]:R} instead of {expected:R}");
        }
    }
}
