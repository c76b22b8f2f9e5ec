// Property getters come in a later step.
// expect: DG0022 at => _x * _x
using DiffGen;

namespace Rejected;

public partial class Getter
{
    private double _x = 1;

    [Differentiable]
    public double Square => _x * _x;

    public void Set(double x) => _x = x;
}
