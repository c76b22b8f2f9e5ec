// ref and out parameters of T, in a loop.
// point: x: 0.7, y: 1.3
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public static partial class RefParameters
{
    [Differentiable]
    public static double F(double x, double y)
    {
        for (int i = 0; i < 3; i++)
        {
            Exchange(ref x, ref y, out double sum);
            x += sum * 0.1;
        }
        return x * y;
    }

    [Differentiable]
    private static void Exchange<T>(ref T a, ref T b, out T sum)
        where T : IFloatingPointIeee754<T>
    {
        T old = a;
        a = T.Cos(b);
        b = old * b;
        sum = a + b;
    }
}
