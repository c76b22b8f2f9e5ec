// The Thomas algorithm that overwrites its right-hand side, called as a library does it: in place.
// point: lower: [0, -1, 0.5, -0.3], diagonal: [4, 5, 3, 4], upper: [1, -0.7, 0.2, 0], rhs: [1, 2, -1, 0.5]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class ThomasSolve
{
    [Differentiable]
    public static void F(ReadOnlySpan<double> lower, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> upper, Span<double> rhs)
    {
        int n = rhs.Length;
        ArgumentOutOfRangeException.ThrowIfNotEqual(diagonal.Length, n);
        Span<double> scratch = n <= 64 ? stackalloc double[n] : new double[n];
        scratch[0] = upper[0] / diagonal[0];
        rhs[0] /= diagonal[0];
        for (int i = 1; i < n; i++)
        {
            double pivot = diagonal[i] - (lower[i] * scratch[i - 1]);
            scratch[i] = upper[i] / pivot;
            rhs[i] = (rhs[i] - (lower[i] * rhs[i - 1])) / pivot;
        }
        for (int i = n - 2; i >= 0; i--)
            rhs[i] -= scratch[i] * rhs[i + 1];
    }
}
