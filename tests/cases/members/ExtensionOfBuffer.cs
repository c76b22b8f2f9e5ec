// The receiver of an extension block is a buffer that its members write to, or a struct by reference.
// point: a: new double[] { 0.5, -1.5, 2 }, x: 0.3
using System;
using DiffGen;

namespace Cases.Members;

public static partial class ExtensionOfBuffer
{
    [Differentiable]
    public static double F(double[] a, double x)
    {
        var p = new Mass { Value = x };
        for (int i = 0; i < 3; i++)
        {
            p.Grow(a.AsSpan().Total);
            a.AsSpan().Scale(p.Value);
        }
        return a.AsSpan().Total * p.Value;
    }

    public struct Mass
    {
        public double Value;
    }
}

public static partial class BufferExtensions
{
    extension(Span<double> span)
    {
        [Differentiable]
        public double Total
        {
            get
            {
                double s = 0;
                foreach (double e in span)
                    s += e * e;
                return s;
            }
        }

        [Differentiable]
        public void Scale(double by)
        {
            for (int i = 0; i < span.Length; i++)
                span[i] *= by / (1 + i);
        }
    }

    extension(ref ExtensionOfBuffer.Mass mass)
    {
        [Differentiable]
        public void Grow(double by) => mass.Value = mass.Value * 0.5 + Math.Sin(by);
    }
}
