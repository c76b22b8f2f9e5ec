// Constants of several types declared inside the method.
// point: x: 1.5
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class LocalConstArray
{
    [Differentiable]
    public static double F(double x)
    {
        const int n = 3;
        const float f = 0.5f;
        const string name = "unused";
        double[] w = [1, 2, 3];
        double s = name.Length;
        for (int i = 0; i < n; i++)
            s += w[i] * x * f;
        return s;
    }
}
