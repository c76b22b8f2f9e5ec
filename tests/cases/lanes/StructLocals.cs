// Locals of a struct type.
// point: x: LaneData.Signed(3 * 19), y: new double[19]
// lengths: x: LaneData.Signed(3 * N), y: new double[N]
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class StructLocals
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            var a = new V(x[3 * i], x[3 * i + 1]);
            var b = new V(x[3 * i + 2], 0.5);
            if (a.X > b.X)
                (a, b) = (b, a);
            var c = a + b;
            y[i] = c.X * c.Y + a.X;
        }
    }

    public readonly partial record struct V(double X, double Y)
    {
        [Differentiable]
        public static V operator +(V a, V b) => new(a.X + b.X, a.Y * b.Y);
    }
}
