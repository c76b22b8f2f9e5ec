using System;
using System.Linq;
using DiffGen.Cases.Tests.Compiling;

namespace DiffGen.Cases.Tests.Checking;

/// <summary>Comparisons of flattened results.</summary>
internal static class Numbers
{
    /// <summary>Equal to the bit, where all NaNs are one and zero has no sign if <paramref name="signedZero"/> is off.</summary>
    public static void AssertSameBits(string what, double[] expected, double[] actual, bool signedZero)
    {
        AssertSameLength(what, expected, actual);
        for (int i = 0; i < expected.Length; i++)
        {
            bool equal = expected[i].Equals(actual[i]) && (!signedZero || expected[i] != 0 || double.IsNegative(expected[i]) == double.IsNegative(actual[i]));
            if (!equal)
                throw new CaseException($"{what}: element {i} is {actual[i]:R}, expected {expected[i]:R} to the bit\n{Show(expected, actual)}");
        }
    }

    /// <summary>Close relative to the larger of 1, the expected number and <paramref name="scale"/>; NaN and infinities must match.</summary>
    public static void AssertClose(string what, double[] expected, double[] actual, double tolerance, double scale = 1)
    {
        AssertSameLength(what, expected, actual);
        for (int i = 0; i < expected.Length; i++)
        {
            bool close = expected[i].Equals(actual[i])
                || Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(scale, Math.Abs(expected[i]));
            if (!close)
                throw new CaseException($"{what}: element {i} is {actual[i]:R}, expected {expected[i]:R} within {tolerance:R}\n{Show(expected, actual)}");
        }
    }

    public static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    /// <summary>The sum of the terms' magnitudes: what rounding errors of a dot product are relative to.</summary>
    public static double DotScale(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x * y)).Sum();

    /// <summary>Numbers in [-1, 1] that differ from case to case but never from run to run.</summary>
    public static double[] Direction(string seed, int length)
    {
        ulong state = 14695981039346656037;
        foreach (char letter in seed)
            state = (state ^ letter) * 1099511628211;
        var result = new double[length];
        for (int i = 0; i < length; i++)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            result[i] = (((state >> 33) % 2_000_001) / 1_000_000.0) - 1;
        }
        return result;
    }

    private static void AssertSameLength(string what, double[] expected, double[] actual)
    {
        if (expected.Length != actual.Length)
            throw new CaseException($"{what}: {actual.Length} numbers, expected {expected.Length}\n{Show(expected, actual)}");
    }

    private static string Show(double[] expected, double[] actual) =>
        $"expected [{string.Join(", ", expected.Take(12).Select(x => x.ToString("R")))}]\nactual   [{string.Join(", ", actual.Take(12).Select(x => x.ToString("R")))}]";
}
