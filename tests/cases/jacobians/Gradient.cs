// One row: the gradient.
// point: x: [0.5, 1.5, -2.0], a: 0.25
// gradient: 0.25 0.75 -1 6.5
using DiffGen;

namespace Cases.Jacobians;

public static partial class Gradient
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Gradient | Derivatives.Jacobian)]
    public static double F(double[] x, double a)
    {
        double sum = 0;
        foreach (double value in x)
            sum += a * value * value;
        return sum;
    }
}
