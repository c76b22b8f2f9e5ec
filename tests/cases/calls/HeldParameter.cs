// A parameter that the callee holds constant: no derivative flows through it, whatever is passed.
// point: x: 3, a: [2, 5]
// kink: differences see the dependence that is cut on purpose
// value: 23
// gradient: 3, 2, 5
using DiffGen;

namespace Cases.Calls;

public static partial class HeldParameter
{
    [Differentiable]
    public static double F(double x, double[] a) => Half(x, x) + Dot(a, a) - 15;

    [Differentiable]
    private static double Half(double x, [NoDerivative] double held) => x * held;

    [Differentiable]
    private static double Dot(double[] a, [NoDerivative] double[] held)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * held[i];
        return sum;
    }
}
