// The function is handed on to another method, and wrapped by a lambda on the way.
// point: x: 1.4, c: 0.3
using System;
using DiffGen;

namespace Cases.Higherorder;

public static partial class PassedOn
{
    public delegate double Scalar(double v);

    [Differentiable]
    public static double F(double x, double c) => Outer(v => (v * v) - c, x);

    [Differentiable]
    private static double Outer([Differentiable] Scalar f, double x) => Newton(f, x) + Newton(v => f(v) * v, x);

    [Differentiable]
    private static double Newton([Differentiable] Scalar f, double x)
    {
        for (int i = 0; i < 3; i++)
            x -= f(x) * 0.1;
        return x;
    }
}
