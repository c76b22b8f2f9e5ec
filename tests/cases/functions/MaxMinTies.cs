// At a tie each argument gets half.
// point: x: 2, y: 2
// kink: a tie
// value: 10
// gradient: 2.5 2.5
// point: x: 2, y: 3
// value: 13
// gradient: 2 3
// point: x: 3, y: 2
// gradient: 3 2
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class MaxMinTies
{
    [Differentiable]
    public static double F(double x, double y) => (3 * Math.Max(x, y)) + (2 * Math.Min(x, y));
}
