// Marked methods of other types in other namespaces.
// point: x: 1.5
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class OtherClass
{
    [Differentiable]
    public static double F(double x) => Other.Deep.Cube(x) + Other.Deep.Twice(x);

    public static partial class Other
    {
        public static partial class Deep
        {
            [Differentiable]
            internal static double Cube(double x) => x * x * x;

            [Differentiable]
            public static double Twice(double x) => 2 * x;
        }
    }
}
