// A number that goes through text and back.
// expect: DG0201 at double.Parse(x.ToString())
using System;
using DiffGen;

namespace Rejected;

public static partial class ThroughText
{
    [Differentiable]
    public static double F(double x) => x * double.Parse(x.ToString());
}
