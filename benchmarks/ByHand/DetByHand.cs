using System;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>
/// The gradient of a determinant by minors. What a minor counts is known on the way down and its value on the way up, so that one recursion
/// gives the whole gradient.
/// </summary>
internal static class DetByHand
{
    private static int[] _next = [];

    public static void Gradient(ReadOnlySpan<double> a, int ell, Span<double> da)
    {
        if (_next.Length != ell + 1)
            _next = new int[ell + 1];
        for (int i = 0; i <= ell; i++)
            _next[i] = i + 1;
        da.Clear();
        Minor(a, ell, 0, _next, 1, da);
    }

    private static double Minor(ReadOnlySpan<double> a, int ell, int row, int[] next, double bar, Span<double> da)
    {
        if (row == ell - 1)
        {
            int last = (row * ell) + next[0] - 1;
            da[last] += bar;
            return a[last];
        }
        double sum = 0, sign = 1;
        for (int before = 0, column = next[0]; column <= ell; before = column, column = next[column])
        {
            next[before] = next[column];
            int entry = (row * ell) + column - 1;
            double signed = sign * a[entry];
            double minor = Minor(a, ell, row + 1, next, bar * signed, da);
            da[entry] += bar * sign * minor;
            sum += signed * minor;
            next[before] = column;
            sign = -sign;
        }
        return sum;
    }
}
