// A nested type called Math hides the framework's: generated code must not depend on what the name means here.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class TypeNamedMath
{
    [Differentiable]
    public static double F(double x) => System.Math.Sin(x) * System.Math.Exp(x) * Math.Scale;

    private static class Math
    {
        public const double Scale = 2;
    }
}
