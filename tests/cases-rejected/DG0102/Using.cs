// A using declaration of a struct that is taken apart into its fields.
// expect: DG0102 at new Scope(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class Using
{
    private struct Scope(double start) : IDisposable
    {
        public double Start = start;

        public void Dispose() => Start = 0;
    }

    [Differentiable]
    public static double F(double x)
    {
        using var scope = new Scope(x);
        return scope.Start * x;
    }
}
