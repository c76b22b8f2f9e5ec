// Constructors of classes are lowered where objects are made, and have no companions.
// expect: DG0022 at ClassConstructor
using DiffGen;

namespace Rejected;

public partial class ClassConstructor
{
    private readonly double _x;

    [Differentiable]
    public ClassConstructor(double x) => _x = x * x;

    public double X => _x;
}
