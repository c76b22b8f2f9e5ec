// Compositions that are the identity: the chain rule must cancel.
// point: x: 0.6
// gradient: 4
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class InverseOfInverse
{
    [Differentiable]
    public static double F(double x) => Math.Log(Math.Exp(x)) + Math.Sin(Math.Asin(x)) + Math.Tan(Math.Atan(x)) + Math.Pow(Math.Sqrt(x), 2);
}
