// A struct that holds an array is passed by value alone.
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
    public static double F(ref Parameters p) => p.Weights[0];
}
