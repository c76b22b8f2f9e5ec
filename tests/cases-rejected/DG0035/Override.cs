// An override of a marked member that is not marked.
// expect: DG0035 at Area
using System;
using DiffGen;

namespace Rejected;

public abstract partial class Shape
{
    [Differentiable]
    public abstract double Area(double scale);
}

public sealed partial class Square : Shape
{
    public double Side = 1;

    public override double Area(double scale) => Side * Side * scale;
}
