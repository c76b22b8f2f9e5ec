// A user-defined operator that is not marked.
// expect: DG0201 at a + b
using System;
using DiffGen;

namespace Rejected;

public static partial class UnmarkedOperator
{
    public readonly record struct V(double X)
    {
        public static V operator +(V a, V b) => new(a.X + b.X);
    }

    [Differentiable]
    public static double F(V a, V b) => (a + b).X;
}
