// A field that is held constant on purpose.
// point: p: new Model(2.0, 1.5), x: 0.5
// value: 3
// gradient: 1.5 3
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class NoDerivativeField
{
    public readonly record struct Model(double Weight, [property: NoDerivative] double Rate);

    [Differentiable]
    public static double F(Model p, double x) => (p.Weight * x * p.Rate) + (p.Weight * p.Rate * 0.5);
}
