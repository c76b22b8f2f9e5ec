// A neighbour in the grid of floating-point numbers is a constant for derivatives.
// point: x: 1.3
// kink: a staircase of single bits
// gradient: 1.3
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class BitNeighbours
{
    [Differentiable]
    public static double F(double x) => Diff.StopGradient(x) * x + Math.BitIncrement(x) - Math.BitDecrement(x);
}
