// A struct that holds an array comes in a later step.
// expect: DG0026 at p
using System;
using DiffGen;

namespace Rejected;

public static partial class BufferInStruct
{
    public struct Parameters
    {
        public double[] Weights;
    }

    [Differentiable]
    public static double F(Parameters p) => p.Weights[0];
}
