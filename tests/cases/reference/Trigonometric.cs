// Problem 26: each residual contains a sum over all variables.
// point: x: [0.25, 0.25, 0.25, 0.25]
// value: 0.013053127851381656
// gradient: 0.042980717451610947 -0.032002342855033177 -0.076220643351991583 -0.089674184039264271
// direction: 1 -0.5 2 0.25
// hvp: 0.36934779709517 0.323929099362525 -0.296474799545915 0.8283019638309
// The numbers are reference values in 17 digits for MGH #26 n=4.
using System;
using DiffGen;

namespace Cases.Reference;

public static partial class Trigonometric
{
    [Differentiable]
    public static double F(double[] x)
    {
        int n = x.Length;
        double cosines = 0;
        for (int j = 0; j < n; j++)
            cosines += Math.Cos(x[j]);
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double r = n - cosines + ((i + 1) * (1 - Math.Cos(x[i]))) - Math.Sin(x[i]);
            s += r * r;
        }
        return s;
    }
}
