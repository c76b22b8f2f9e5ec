// Stores that nobody reads, and a value computed only to be thrown away.
// point: x: 1.2
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class DeadStores
{
    [Differentiable]
    public static double F(double x)
    {
        double dead = Math.Log(-x);
        dead = Math.Sqrt(-1 - x);
        double s = x;
        s = x * x;
        double unused = s / 0;
        return s;
    }
}
