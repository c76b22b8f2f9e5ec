// A result with a field that is no real number.
// point: x: 1.5
using System;
using DiffGen;

namespace Cases.Returns;

public static partial class TupleWithInteger
{
    [Differentiable]
    public static (double Value, int Count) F(double x)
    {
        int n = 0;
        double s = x;
        while (s < 10)
        {
            s *= x;
            n++;
        }
        return (s, n);
    }
}
