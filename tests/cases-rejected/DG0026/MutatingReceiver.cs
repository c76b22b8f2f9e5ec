// A method that changes the struct it belongs to takes it by reference.
// expect: DG0026 at Step
using DiffGen;

namespace Rejected;

public partial struct MutatingReceiver
{
    public double[] Weights;
    public double Bias;

    [Differentiable]
    public double Step(double x)
    {
        Bias += x;
        return Bias * Weights[0];
    }
}
