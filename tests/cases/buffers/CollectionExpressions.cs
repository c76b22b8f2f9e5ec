// Collection expressions into arrays and spans, with a spread.
// point: x: 1.3, y: 0.2
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class CollectionExpressions
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double[] a = [x, y, x * y];
        Span<double> b = [y, x + y];
        double[] both = [.. a, 1.5, y * y];
        b[0] *= a[2];
        double s = b[0] * b[1];
        foreach (double e in both)
            s += e * e;
        return s;
    }
}
