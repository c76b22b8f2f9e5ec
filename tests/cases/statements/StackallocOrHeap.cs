// Scratch memory from the stack or the heap, as its size says, and cut to length.
// point: x: [0.3, -1.2, 0.8]
// point: x: [0.3, 0.1, 0.8, 0.9, 0.2, 0.4]
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class StackallocOrHeap
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        Span<double> t = x.Length <= 4 ? stackalloc double[4] : new double[x.Length];
        t = t[..x.Length];
        for (int i = 0; i < x.Length; i++)
            t[i] = x[i] * x[i];
        for (int i = 1; i < t.Length; i++)
            t[i] += t[i - 1] * x[i];
        return t[^1];
    }
}
