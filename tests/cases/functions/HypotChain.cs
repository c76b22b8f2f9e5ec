// A product of a norm and an exponential.
// point: x: 0.3, y: -0.4
// value: 0.56374842578968784
// gradient: 0.90199748126350054 -1.0711220090004069
// direction: 1 -0.5
// hvp: 2.13096904948495 -0.8146164752659
// The numbers are reference values in 17 digits for all peers.
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class HypotChain
{
    [Differentiable]
    public static double F(double x, double y) => double.Hypot(x, y) * Math.Exp(-x * y);
}
