// Fields of different precisions.
// point: m: new Mixed { Single = 1.5f, Double = 2.5, Count = 3 }
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class FloatAndDoubleFields
{
    public struct Mixed
    {
        public float Single;
        public double Double;
        public int Count;
    }

    [Differentiable]
    public static double F(Mixed m)
    {
        m.Single *= 2;
        m.Double += m.Single;
        return m.Single * m.Double * m.Count;
    }
}
