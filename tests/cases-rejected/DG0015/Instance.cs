// An object that can hold another one of its own class has no fixed shape.
// expect: DG0015 at Sum
using DiffGen;

namespace Rejected;

public partial class Node
{
    public double Value { get; set; }

    public Node? Next { get; set; }

    [Differentiable]
    public double Sum(double x) => x * Value + (Next is null ? 0 : Next.Value);
}
