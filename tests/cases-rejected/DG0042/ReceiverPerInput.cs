// The receiver is active, and there is one of it.
// expect: DG0042 at F
using System;
using DiffGen;

namespace Rejected;

public partial struct ReceiverPerInput
{
    public double Scale;

    [Differentiable(Derivatives.Batch)]
    public readonly double F(double x) => Scale * x * x;
}
