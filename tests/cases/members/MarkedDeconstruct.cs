// A marked Deconstruct, in a loop and nested in a tuple.
// point: x: 0.7, y: -1.3
using DiffGen;

namespace Cases.Members;

public static partial class MarkedDeconstruct
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            (double sum, double product) = new Two { A = x + s, B = y };
            ((double p, double q), double r) = (new Two { A = product, B = x }, sum);
            s += sum * 0.1 + p * q * r;
        }
        return s;
    }

    public partial struct Two
    {
        public double A;
        public double B;

        [Differentiable]
        public readonly void Deconstruct(out double sum, out double product)
        {
            sum = A + B;
            product = A * B;
        }
    }
}
