// Values are added and subtracted in turn, different ones on each side, beside a sum whose sides begin with different sums.
// point: x: new[] { 0.5, -1.25, 0.75, 0.3 }, y: 0.25
// gradient: 1 -2 1 -2.5 -0.1
using DiffGen;

namespace Cases.Control;

public static partial class SignedSum
{
    [Differentiable]
    public static double F(double[] x, double y)
    {
        double sum = 0, other = y;
        for (int i = 0; i < x.Length; i++)
        {
            double twice = 2 * x[i];
            sum = i % 2 != 0 ? sum - twice : sum + x[i];
            other = i == 2 ? y - other : other - y;
        }
        return sum + (2 * other) - (2 * x[3] * y) - (1.5 * y);
    }
}
