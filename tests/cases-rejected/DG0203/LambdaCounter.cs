// A lambda counts in a variable of the method around it.
// expect: DG0203 at sum
using System;
using DiffGen;

namespace Rejected;

public static partial class LambdaCounter
{
    [Differentiable]
    public static double F(double x)
    {
        double sum = 0;
        Action<double> add = v => sum += v;
        add(x);
        add(x * x);
        return sum;
    }
}
