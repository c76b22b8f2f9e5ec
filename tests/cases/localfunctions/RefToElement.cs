// ref to an element of an array, and to a field.
// point: x: [0.7, 1.2, -0.3]
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class RefToElement
{
    public struct Pair
    {
        public double A, B;
    }

    [Differentiable]
    public static double F(double[] x)
    {
        void Mix(ref double a, ref double b)
        {
            double old = a;
            a = (a * b) + x[0];
            b = old - b;
        }

        Pair p = default;
        p.A = x[2];
        for (int i = 0; i + 1 < x.Length; i++)
        {
            Mix(ref x[i], ref x[i + 1]);
            Mix(ref p.A, ref p.B);
        }
        return x[0] * x[1] + (x[2] * p.A * p.B);
    }
}
