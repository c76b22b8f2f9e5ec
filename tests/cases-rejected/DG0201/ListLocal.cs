// A growing list of numbers.
// expect: DG0201 at list.Add(x)
using System.Collections.Generic;
using DiffGen;

namespace Rejected;

public static partial class ListLocal
{
    [Differentiable]
    public static double F(double x)
    {
        var list = new List<double>();
        list.Add(x);
        return list[0];
    }
}
