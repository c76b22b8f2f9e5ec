// Sixty levels of parentheses.
// point: x: 0.25, y: 0.5
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class DeepParentheses
{
    [Differentiable]
    public static double F(double x, double y) => ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((x * 0.90 + y) * 0.91 + y) * 0.92 + y) * 0.93 + y) * 0.94 + y) * 0.95 + y) * 0.96 + y) * 0.97 + y) * 0.98 + y) * 0.99 + y) * 0.90 + y) * 0.91 + y) * 0.92 + y) * 0.93 + y) * 0.94 + y) * 0.95 + y) * 0.96 + y) * 0.97 + y) * 0.98 + y) * 0.99 + y) * 0.90 + y) * 0.91 + y) * 0.92 + y) * 0.93 + y) * 0.94 + y) * 0.95 + y) * 0.96 + y) * 0.97 + y) * 0.98 + y) * 0.99 + y) * 0.90 + y) * 0.91 + y) * 0.92 + y) * 0.93 + y) * 0.94 + y) * 0.95 + y) * 0.96 + y) * 0.97 + y) * 0.98 + y) * 0.99 + y) * 0.90 + y) * 0.91 + y) * 0.92 + y) * 0.93 + y) * 0.94 + y) * 0.95 + y) * 0.96 + y) * 0.97 + y) * 0.98 + y) * 0.99 + y) * 0.90 + y) * 0.91 + y) * 0.92 + y) * 0.93 + y) * 0.94 + y) * 0.95 + y) * 0.96 + y) * 0.97 + y) * 0.98 + y) * 0.99 + y);
}
