// An object that can hold another one of its own class has no fixed shape.
// expect: DG0003 at tree
using DiffGen;

namespace Rejected;

public sealed class Tree
{
    public double Weight;
    public Tree[] Children = [];
}

public static partial class CyclicParameter
{
    [Differentiable]
    public static double F(Tree tree) => tree.Weight * tree.Weight;
}
