// Lengths compared at the entry.
// point: a: [1.0, 2.0], b: [3.0, 4.0]
// point: a: [1.0, 2.0], b: [3.0]
// throws: ArgumentException
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class LengthCheck
{
    [Differentiable]
    public static double F(double[] a, double[] b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException("lengths differ");
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i] * b[i];
        return s;
    }
}
