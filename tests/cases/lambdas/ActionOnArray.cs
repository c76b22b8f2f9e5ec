// An Action that writes the elements of a captured array, called in a loop.
// point: x: [0.7, 0.4, 2]
using System;
using DiffGen;

namespace Cases.Lambdas;

public static partial class ActionOnArray
{
    [Differentiable]
    public static double F(double[] x)
    {
        var y = new double[3];
        Action<int> update = i => y[i] = (y[i] * x[i]) + Math.Cos(x[i]);
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < 3; i++)
                update(i);
            x[round] = y[round + 1];
        }
        return y[0] + (y[1] * y[2]) + x[0];
    }
}
