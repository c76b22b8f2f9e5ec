// A method three types deep.
// point: x: 1.5
// call: Cases.Declarations.Nested.Inner.Innermost
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class Nested
{
    public partial struct Inner
    {
        internal partial class Innermost
        {
            [Differentiable]
            public static double F(double x) => x * Math.Sin(x);
        }
    }
}
