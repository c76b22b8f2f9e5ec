// Instance methods of classes come in a later step.
// expect: DG0015 at F
using DiffGen;

namespace Rejected;

public partial class Instance
{
    public double Rate { get; set; }

    [Differentiable]
    public double F(double x) => x * Rate;
}
