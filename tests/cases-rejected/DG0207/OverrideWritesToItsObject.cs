// A method that is called by the dynamic type of its object and writes to that object.
// expect: DG0207 at Next
using DiffGen;

namespace Rejected;

public abstract partial class Filter
{
    [Differentiable]
    public abstract double Next(double x);
}

public sealed partial class Smoothing : Filter
{
    public double State;

    [Differentiable]
    public override double Next(double x)
    {
        State = (0.5 * State) + x;
        return State;
    }
}
