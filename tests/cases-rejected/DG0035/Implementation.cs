// An implementation of a marked interface member that is not marked.
// expect: DG0035 at Eval
using DiffGen;

namespace Rejected;

public partial interface IModel
{
    [Differentiable]
    double Eval(double x);
}

public sealed class Line : IModel
{
    public double Slope = 1;

    public double Eval(double x) => Slope * x;
}
