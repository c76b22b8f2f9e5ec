// Tuples that agree in one part and differ in another, compared with == and !=.
// point: x: 1.5, y: 2
// point: x: 2, y: 2
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class TuplesThatDiffer
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = (x, y) == (x, 3.0) ? 1 : x;
        s *= (x, y) != (x, 3.0) ? y : 1;
        s += (x, 1) == (x, 1) ? x * y : 0;
        return (x, y) != (x, y) ? s : s * s;
    }
}
